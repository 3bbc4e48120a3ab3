import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { writtenConfig } from '../../snippet.ts'
import { visibleJson } from '../../visible-json.ts'

/**
 * What differs from the defaults, as an object in the source of a script; nothing when nothing does. It holds no `<`, which
 * could end the script it stands in, and no `{{`, which tag managers put their own values in place of.
 * @param indent of the line that it begins on, in spaces
 */
export function settingsLiteral(config: FrameConfig, indent = 0): string | undefined {
  const written = writtenConfig(config)
  if (Object.keys(written).length === 0) return undefined
  return inLines(written, indent)
    .replaceAll('<', '\\u003c')
    .replaceAll(/\{(?=\{)/g, '\\u007b')
}

/** Characters that are read at a glance. */
const LONGEST_LINE = 60

/** On one line as long as that is short, else with a line for each part. */
function inLines(value: unknown, indent: number): string {
  const oneLine = visibleJson(value)
  if (oneLine.length <= LONGEST_LINE || typeof value !== 'object' || value === null) return oneLine
  const inner = indent + 2
  const [open, close, parts] = Array.isArray(value)
    ? ['[', ']', value.map((part) => inLines(part, inner))]
    : ['{', '}', Object.entries(value).map(([key, part]) => `${visibleJson(key)}: ${inLines(part, inner)}`)]
  const lines = parts.map((part) => `${' '.repeat(inner)}${part}`).join(',\n')
  return `${open}\n${lines}\n${' '.repeat(indent)}${close}`
}

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
  const oneLine = visibleJson(written)
  const json = oneLine.length <= LONGEST_LINE ? oneLine : visibleJson(written, 2)
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll(/\{(?=\{)/g, '\\u007b')
    .replaceAll('\n', `\n${' '.repeat(indent)}`)
}

/** Characters that are read at a glance. */
const LONGEST_LINE = 60

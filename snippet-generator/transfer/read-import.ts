import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { jsonObject } from '../json-object.ts'
import { readStrictly } from '../read-strictly.ts'
import { attributeIn } from './attribute-in.ts'
import { whyRefused } from './why-refused.ts'

/** `config` as far as it can be used, and sentences about what cannot; or nothing at all and the sentence why. */
export type Import =
  | { readonly config: FrameConfig; readonly problems: readonly string[] }
  | { readonly config: null; readonly problems: readonly [string] }

/** In UTF-16 units: many times what any widget needs. */
export const LONGEST_IMPORT = 200_000

export const TOO_LONG = 'This is far longer than any configuration: it cannot be an export.'

/** What somebody pasted, or a file holds: an export, a snippet, or an address of this page. Never throws. */
export function readImport(text: string): Import {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '')
    return nothing('Nothing is there to import. Paste an export, a snippet or an address of this page.')
  if (trimmed.length > LONGEST_IMPORT) return nothing(TOO_LONG)
  const json = trimmed.startsWith('<') ? jsonInSnippet(trimmed) : (jsonInAddress(trimmed) ?? trimmed)
  if (typeof json !== 'string') return nothing(json.problem)
  const given = jsonObject(json)
  if (!given)
    return nothing(`This is no configuration: it must be JSON that begins with { and ends with }${endOf(json)}.`)
  const { config, refused } = readStrictly(given)
  return { config, problems: refused.map((key) => whyRefused(key, given[key])) }
}

const nothing = (problem: string): Import => ({ config: null, problems: [problem] })

/** JSON that was cut off is what people paste most often by mistake. */
const endOf = (json: string) => (json.startsWith('{') && !json.endsWith('}') ? '. The end seems to be missing' : '')

function jsonInSnippet(code: string): string | { problem: string } {
  const config = attributeIn(code, 'data-config')
  if (config !== undefined) return config
  const name = attributeIn(code, 'data-widget')
  if (name === 'default') return '{}'
  if (name !== undefined)
    return {
      problem: `This snippet names the saved widget “${name.slice(0, 60)}” and holds no settings: load that by its name.`,
    }
  return { problem: 'This code has no data-config. Paste the snippet for plain HTML, or an export.' }
}

function jsonInAddress(text: string): string | undefined {
  const hash = /^https?:\/\/\S*?#(\S*)$/.exec(text)?.[1]
  return hash === undefined ? undefined : (new URLSearchParams(hash).get('config') ?? '{}')
}

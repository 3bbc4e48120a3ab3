import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { jsonObject } from './json-object.ts'
import { readStrictly } from './read-strictly.ts'
import { configJson } from './snippet.ts'

export const tabs = ['configuration', 'code', 'preview'] as const
export type Tab = (typeof tabs)[number]

export interface Place {
  readonly tab: Tab
  readonly config: FrameConfig
  /** The saved widget whose settings these are, or were before they were changed. */
  readonly widget?: OpenWidget | undefined
}

/** Its version goes along, so that what others saved meanwhile is noticed, however long the address was kept. */
export interface OpenWidget {
  readonly name: string
  readonly version: number
}

/**
 * The part of the address after `#`, empty for a page that was just opened (G2).
 * After `#`, so that what an owner tries out never reaches a server's log.
 */
export function writeAddress({ tab, config, widget }: Place): string {
  const parameters = new URLSearchParams()
  const json = configJson(config)
  if (tab !== 'configuration') parameters.set('tab', tab)
  if (widget) parameters.set('widget', `${widget.name}.${widget.version}`)
  if (json !== '{}') parameters.set('config', json)
  return parameters.toString()
}

/**
 * What an address asks for. Never throws: what cannot be used is left at its default and named in `refused`.
 * @param hash with or without its `#`
 */
export function readAddress(hash: string): Place & { refused: string[] } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const tab = parameters.get('tab') ?? 'configuration'
  const given = jsonObject(parameters.get('config') ?? '{}')
  const { config, refused } = readStrictly(given ?? {})
  const widget = readWidget(parameters.get('widget'))
  const all = [...(widget === null ? ['widget'] : []), ...(given ? refused : ['config'])]
  const place = { config, ...(widget && { widget }) }
  return isTab(tab) ? { ...place, tab, refused: all } : { ...place, tab: 'configuration', refused: ['tab', ...all] }
}

/** Nothing where none is named, null where that is no name of one. */
function readWidget(text: string | null): OpenWidget | null | undefined {
  if (text === null) return undefined
  const [, name, version] = /^(?!default\.)([a-z\d-]{1,40})\.(\d{1,9})$/.exec(text) ?? []
  return name && version ? { name, version: Number(version) } : null
}

const isTab = (name: string): name is Tab => (tabs as readonly string[]).includes(name)

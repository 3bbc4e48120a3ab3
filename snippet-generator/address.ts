import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { jsonObject } from './json-object.ts'
import { readStrictly } from './read-strictly.ts'
import { configJson } from './snippet.ts'

export const tabs = ['configuration', 'code', 'preview'] as const
export type Tab = (typeof tabs)[number]

export type Place = { readonly tab: Tab; readonly config: FrameConfig }

/**
 * The part of the address after `#`, empty for a page that was just opened (G2).
 * After `#`, so that what an owner tries out never reaches a server's log.
 */
export function writeAddress({ tab, config }: Place): string {
  const parameters = new URLSearchParams()
  const json = configJson(config)
  if (tab !== 'configuration') parameters.set('tab', tab)
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
  const all = given ? refused : ['config']
  return isTab(tab) ? { tab, config, refused: all } : { tab: 'configuration', config, refused: ['tab', ...all] }
}

const isTab = (name: string): name is Tab => (tabs as readonly string[]).includes(name)

import { languages } from '#shared/i18n/languages.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { type FrameConfig, readFrameConfig } from '#shared/widget-config/frame-config.ts'
import type { PageRule } from '#shared/widget-config/more-config.ts'
import { configJson } from './snippet.ts'

export const tabs = ['configuration', 'code', 'preview'] as const
export type Tab = (typeof tabs)[number]

/** In UTF-16 units, as fields of a page count. Longer words fit no button and no panel. */
export const LONGEST_TEXT = 500

export const MOST_RULES = 50

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
  const given = objectIn(parameters.get('config') ?? '{}')
  const config = readConfigStrictly(given ?? {})
  const refused = given ? Object.keys(given).filter((key) => !isTaken(config, key, given[key])) : ['config']
  if (isTab(tab)) return { tab, config, refused }
  return { tab: 'configuration', config, refused: ['tab', ...refused] }
}

/** The widget, which has to be small, takes any two letters for a language, and texts of any name and length. This does not. */
function readConfigStrictly(given: object): FrameConfig {
  const { config } = readFrameConfig(given)
  return {
    ...config,
    language: config.language === 'auto' || isLanguage(config.language) ? config.language : frameDefaults.language,
    defaultLanguage: isLanguage(config.defaultLanguage) ? config.defaultLanguage : frameDefaults.defaultLanguage,
    rules: config.rules.length <= MOST_RULES && config.rules.every(isRule) ? config.rules : frameDefaults.rules,
    texts: readTextsStrictly(config.texts),
  }
}

/** Ours only, in languages of ours, none of them empty. */
function readTextsStrictly(texts: object): FrameConfig['texts'] {
  const fit = Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value === 'string') return Object.hasOwn(allTexts, key) && isText(value) ? [[key, value]] : []
    const inside = isLanguage(key) ? readTextsStrictly(value) : {}
    return Object.keys(inside).length > 0 ? [[key, inside]] : []
  })
  return Object.fromEntries(fit)
}

const isTaken = (config: FrameConfig, key: string, value: unknown) =>
  Object.hasOwn(config, key) && JSON.stringify(config[key as keyof FrameConfig]) === JSON.stringify(value)

const isText = (text: string) => text.trim() !== '' && text.length <= LONGEST_TEXT

/** Its two parts, and nothing beside them that would be carried along. */
const isRule = (rule: PageRule) => isText(rule.page) && Object.keys(rule).length === 2

const isLanguage = (code: string) => Object.hasOwn(languages, code)

const isTab = (name: string): name is Tab => (tabs as readonly string[]).includes(name)

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

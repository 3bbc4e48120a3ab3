import { languages } from '#shared/i18n/languages.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import type { Channel } from '#shared/widget-config/channel.ts'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { type FrameConfig, readFrameConfig } from '#shared/widget-config/frame-config.ts'
import type { PageRule } from '#shared/widget-config/more-config.ts'
import { LONGEST_TEXT, MOST_CHANNELS, MOST_RULES } from './bounds.ts'
import { isWholeChannel } from './configuration/channels/channel-problems.ts'
import { iconProblem } from './configuration/look/icon-problem.ts'
import { sameValue } from './same-value.ts'

/**
 * A configuration out of whatever an address or a file holds, and the keys of what could not be used as it stood.
 * The widget, which has to be small, takes any two letters for a language, and texts of any name and length. This does not.
 */
export function readStrictly(given: Readonly<Record<string, unknown>>): { config: FrameConfig; refused: string[] } {
  const { config: read } = readFrameConfig(given)
  const config = {
    ...read,
    channels: channelsIn(read.channels.filter(isKnownChannel)),
    icon: iconProblem(read.icon) ? frameDefaults.icon : read.icon,
    language: read.language === 'auto' || isLanguage(read.language) ? read.language : frameDefaults.language,
    defaultLanguage: isLanguage(read.defaultLanguage) ? read.defaultLanguage : frameDefaults.defaultLanguage,
    rules: read.rules.length <= MOST_RULES && read.rules.every(isRule) ? read.rules : frameDefaults.rules,
    texts: readTextsStrictly(read.texts),
  }
  const isTaken = (key: string) => Object.hasOwn(config, key) && sameValue(config[key as keyof FrameConfig], given[key])
  return { config, refused: Object.keys(given).filter((key) => !isTaken(key)) }
}

const channelsIn = (channels: FrameConfig['channels']) =>
  channels.length === 0 || channels.length > MOST_CHANNELS ? frameDefaults.channels : channels

const isKnownChannel = (channel: Channel) =>
  Object.keys(channel).every((key) => CHANNEL_KEYS.includes(key)) && isWholeChannel(channel)
const CHANNEL_KEYS = ['type', 'to', 'subject', 'text', 'label', 'icon', 'hours']

/** Ours only, in languages of ours, none of them empty. */
function readTextsStrictly(texts: object): FrameConfig['texts'] {
  const fit = Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value === 'string') return Object.hasOwn(allTexts, key) && isText(value) ? [[key, value]] : []
    const inside = isLanguage(key) ? readTextsStrictly(value) : {}
    return Object.keys(inside).length > 0 ? [[key, inside]] : []
  })
  return Object.fromEntries(fit)
}

const isText = (text: string) => text.trim() !== '' && text.length <= LONGEST_TEXT

/** Its two parts, and nothing beside them that would be carried along. */
const isRule = (rule: PageRule) => isText(rule.page) && Object.keys(rule).length === 2

const isLanguage = (code: string) => Object.hasOwn(languages, code)

import { differences, frameDefaults } from '#shared/widget-config/differences.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { readFields } from '#shared/widget-config/read-fields.ts'
import { isWholeChannel } from './configuration/channels/channel-problems.ts'
import { visibleJson } from './visible-json.ts'

/**
 * The one line that an owner pastes right before `</body>`: names the default widget when nothing was changed, else
 * carries what differs. Works for any text; a parser of HTML reads the same configuration back.
 * @param origin of the server, as in `https://chat.example`; empty for a page on the server itself
 * @param nonce what a page's policy knows the script by, if it does
 */
export function snippet(origin: string, config: FrameConfig, nonce?: string): string {
  const known = nonce === undefined ? '' : `nonce="${attributeText(nonce)}" `
  return `<script ${known}async src="${attributeText(origin)}/widget.js" ${configAttribute(config)}></script>`
}

/** `readFrameConfig` reads it back: what differs from the defaults, as JSON without invisible or direction-changing characters. */
export const configJson = (config: FrameConfig): string => visibleJson(writtenConfig(config))

/** What differs from the defaults, without what is only being written: a rule that has no page, a channel that leads nowhere. */
export function writtenConfig(config: FrameConfig): Partial<FrameConfig> {
  const channels = config.channels.filter(isWholeChannel)
  const different = differences({
    ...config,
    channels: channels.length > 0 ? channels : frameDefaults.channels,
    fields: readFields({ fields: config.fields }).fields,
    rules: config.rules.filter(({ page }) => page.trim() !== ''),
  })
  return Object.fromEntries(order.filter((key) => key in different).map((key) => [key, different[key]]))
}

/** The short ones first; and the same configuration always gives the same code. */
const order: readonly (keyof FrameConfig)[] = [
  'color',
  'theme',
  'side',
  'offset',
  'shape',
  'icon',
  'phone',
  'language',
  'defaultLanguage',
  'reopen',
  'whenAway',
  'visitors',
  'group',
  'groupChoice',
  'description',
  'channels',
  'fields',
  'rules',
  'texts',
]

function configAttribute(config: FrameConfig): string {
  const json = configJson(config)
  return json === '{}' ? 'data-widget="default"' : `data-config='${attributeText(json)}'`
}

/** `<` and `>` need no escape in an attribute, but the snippet may end up inside a script or a tag manager's template. */
const attributeText = (text: string) => text.replace(/[&<>']/g, (character) => entities[character] ?? character)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;' }

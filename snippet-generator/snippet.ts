import { differences } from '#shared/widget-config/differences.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'

/**
 * The one line that an owner pastes right before `</body>`: names the default widget when nothing was changed, else
 * carries what differs. Works for any text; a parser of HTML reads the same configuration back.
 * @param origin of the server, as in `https://chat.example`; empty for a page on the server itself
 */
export function snippet(origin: string, config: FrameConfig): string {
  return `<script async src="${attributeText(origin)}/widget.js" ${configAttribute(config)}></script>`
}

/** `readFrameConfig` reads it back: what differs from the defaults, as JSON without invisible or direction-changing characters. */
export function configJson(config: FrameConfig): string {
  // A rule that has no page yet is only being written.
  const rules = config.rules.filter(({ page }) => page.trim() !== '')
  const different = differences({ ...config, rules })
  const entries = order.filter((key) => key in different).map((key) => [key, different[key]])
  return JSON.stringify(Object.fromEntries(entries)).replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, index) => jsonEscape(character.charCodeAt(index))).join(''),
  )
}

/** The short ones first; and the same configuration always gives the same code. */
const order: readonly (keyof FrameConfig)[] = [
  'color',
  'side',
  'language',
  'defaultLanguage',
  'reopen',
  'whenAway',
  'visitors',
  'group',
  'groupChoice',
  'description',
  'rules',
  'texts',
]

/** Controls and format characters (but for the joiners that emoji and Persian are written with) could make code read as what it is not. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

const jsonEscape = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`

function configAttribute(config: FrameConfig): string {
  const json = configJson(config)
  return json === '{}' ? 'data-widget="default"' : `data-config='${attributeText(json)}'`
}

/** `<` and `>` need no escape in an attribute, but the snippet may end up inside a script or a tag manager's template. */
const attributeText = (text: string) => text.replace(/[&<>']/g, (character) => entities[character] ?? character)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;' }

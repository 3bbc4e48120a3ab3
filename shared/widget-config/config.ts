import type { Language } from '#shared/i18n/languages.ts'
import type { OwnTexts } from '#shared/i18n/own-text.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { ButtonConfig } from './button-config.ts'
import { choose } from './choose.ts'
import { areTexts } from './read-texts.ts'

/** What the chat itself reads of the snippet's `data-config`, which says only what differs from the defaults. */
export interface WidgetConfig extends Pick<ButtonConfig, 'color' | 'theme'> {
  /** `auto`: the visitor's, else the page's, else `defaultLanguage` (W30). A language: that one for everybody. */
  readonly language: 'auto' | Language
  readonly defaultLanguage: Language
  /** What an agent's reply does while the panel is closed (W2). */
  readonly reopen: 'open' | 'message' | 'badge'
  /** What the button does while nobody can answer, or it is outside office hours (W5, W7). */
  readonly whenAway: 'show' | 'hide'
  /** Whom agents see on the site: who acted on the widget, or everyone whose browser does not object (A4, P3). */
  readonly visitors: 'acted' | 'everyone'
  /** The owner's own words instead of ours, for every language or for one; as they were given: `ownText` reads them safely. */
  readonly texts: OwnTexts<TextKey>
}

/** Its default first: patterns that a whole value must match. */
const choices = {
  color: '#1f5eff|#[0-9a-fA-F]{6}',
  theme: 'system|light|dark',
  language: 'auto|[a-z]{2}',
  defaultLanguage: 'en|[a-z]{2}',
  reopen: 'open|message|badge',
  whenAway: 'show|hide',
  visitors: 'acted|everyone',
} as const satisfies Record<Exclude<keyof WidgetConfig, 'texts'>, string>

/**
 * A whole configuration from whatever the page gave: JSON text, an object, or nothing.
 * What is wrong falls back to its default and is told in `problems`, one sentence each. Never throws.
 * What others read (button-config.ts, more-config.ts) is passed on as it is.
 */
export function readConfig(given?: unknown): { config: WidgetConfig; problems: string[] } {
  const problems: string[] = []
  const values = parsed(given, problems)
  const config = { ...values, ...choose(choices, values, problems), texts: Object(values.texts) }
  if (!areTexts(values.texts ?? {})) problems.push('texts must be {"key": "text", "de": {"key": "text"}}')
  return { config: config as unknown as WidgetConfig, problems }
}

function parsed(given: unknown, problems: string[]): Record<string, unknown> {
  try {
    return Object(typeof given === 'string' ? JSON.parse(given || '{}') : given)
  } catch {
    problems.push('it must be JSON')
    return {}
  }
}

export const defaults: WidgetConfig = /* @__PURE__ */ (() => readConfig().config)()

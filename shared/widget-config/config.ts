import { type Language, languages } from '#shared/i18n/languages.ts'
import type { WidgetTextKey } from '#shared/i18n/widget/en.ts'

/** How a site's owner sets the widget up: the snippet's `data-config`, as far as it differs from the defaults. */
export interface WidgetConfig {
  /** The accent, `#rrggbb`. What stands on it or is written in it is corrected for contrast. */
  readonly color: string
  readonly side: 'right' | 'left'
  /** `auto`: the visitor's, else the page's, else `defaultLanguage` (W30). A language: that one for everybody. */
  readonly language: 'auto' | Language
  readonly defaultLanguage: Language
  /** What an agent's reply does while the panel is closed (W2). */
  readonly reopen: 'open' | 'message' | 'badge'
  /** The owner's own words instead of ours, for every language. */
  readonly texts: { readonly [key in WidgetTextKey]?: string }
}

export const defaults: WidgetConfig = {
  color: '#1f5eff',
  side: 'right',
  language: 'auto',
  defaultLanguage: 'en',
  reopen: 'open',
  texts: {},
}

/** What a setting must be, or why not: an owner reads it in the console. */
const rules: { readonly [key in keyof WidgetConfig]: (value: unknown) => string | false } = {
  color: (value) => !(typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)) && 'a colour like #1f5eff',
  side: oneOf('right', 'left'),
  language: oneOf('auto', ...Object.keys(languages)),
  defaultLanguage: oneOf(...Object.keys(languages)),
  reopen: oneOf('open', 'message', 'badge'),
  texts: (value) =>
    !(isRecord(value) && Object.values(value).every(isText)) && `texts of at most ${longest} characters`,
}

/** Characters in one of the owner's texts. */
export const longest = 500

/**
 * A whole configuration from whatever the page gave: JSON text, an object, or nothing.
 * What is wrong falls back to its default and is told in `problems`, one sentence each. Never throws.
 */
export function readConfig(given: unknown): { config: WidgetConfig; problems: string[] } {
  const problems: string[] = []
  const config: Record<string, unknown> = { ...defaults }
  for (const [key, value] of Object.entries(parsed(given, problems))) {
    const wrong = Object.hasOwn(rules, key)
      ? rules[key as keyof WidgetConfig](value)
      : 'nothing: there is no such setting'
    if (wrong) problems.push(`${key} must be ${wrong}`)
    else config[key] = value
  }
  return { config: config as unknown as WidgetConfig, problems }
}

/** What differs from the defaults: all that a snippet has to carry. */
export const differences = (config: WidgetConfig): Partial<WidgetConfig> =>
  Object.fromEntries(
    Object.entries(config).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key as keyof WidgetConfig]),
    ),
  )

function parsed(given: unknown, problems: string[]): Record<string, unknown> {
  try {
    const value: unknown = typeof given === 'string' && given ? JSON.parse(given) : (given ?? {})
    if (value === '' || isRecord(value)) return { ...(value as object) }
  } catch {}
  problems.push('the configuration must be a JSON object')
  return {}
}

function oneOf(...allowed: string[]) {
  return (value: unknown) => !allowed.includes(value as string) && allowed.join(' or ')
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= longest

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

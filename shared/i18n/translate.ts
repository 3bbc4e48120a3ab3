import type { Text } from '#shared/i18n/widget/en.ts'
import type { Language } from './languages.ts'
import { type OwnTexts, ownText } from './own-text.ts'

type Values = { readonly count?: number; readonly name?: string }
export type Translate<K extends string> = (key: K, values?: Values) => string

/**
 * Texts of one language, with the owner's own in front (W30). `{name}` and `{count}` stand for values; `count` chooses the plural form.
 * @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
export function createTranslate<K extends string>(
  language: Language,
  dictionary: Readonly<Record<K, Text>>,
  own: OwnTexts<K> = {},
): Translate<K> {
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    const text: Text = ownText(own, language, key) ?? dictionary[key]
    const form = typeof text === 'string' ? text : (text[plural.select(values.count ?? 0)] ?? text.other)
    return form
      .replaceAll('{name}', () => values.name ?? '')
      .replaceAll('{count}', () => number.format(values.count ?? 0))
  }
}

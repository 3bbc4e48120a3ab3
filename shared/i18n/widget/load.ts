import type { Language } from '../languages.ts'
import type { allTexts, TextKey } from './all-texts.ts'
import { en, type Text, type WidgetDictionary } from './en.ts'

/** Every text, in one language: those with forms for counts have them. */
export type WholeDictionary = {
  readonly [key in TextKey]: (typeof allTexts)[key] extends string ? string : Exclude<Text, string>
}

/** English is at hand, but for what comes with its part of the panel; the others come whole, when they are needed. */
export const widgetDictionaries: Record<Language, () => Promise<WidgetDictionary & Partial<WholeDictionary>>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  pt: async () => (await import('./pt.ts')).pt,
  tr: async () => (await import('./tr.ts')).tr,
  ru: async () => (await import('./ru.ts')).ru,
  uk: async () => (await import('./uk.ts')).uk,
  he: async () => (await import('./he.ts')).he,
  ar: async () => (await import('./ar.ts')).ar,
  ja: async () => (await import('./ja.ts')).ja,
  zh: async () => (await import('./zh.ts')).zh,
}

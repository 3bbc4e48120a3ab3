import type { Language } from '../languages.ts'
import { en, type Text, type WidgetDictionary } from './en.ts'
import type { BeginningTextKey } from './en-beginning.ts'
import type { enWaiting, WaitingTextKey } from './en-waiting.ts'

type WaitingDictionary = {
  readonly [key in WaitingTextKey]: (typeof enWaiting)[key] extends string ? string : Exclude<Text, string>
}
type BeginningDictionary = Readonly<Record<BeginningTextKey, string>>
export type WholeDictionary = WidgetDictionary & WaitingDictionary & BeginningDictionary

/** English is at hand, but for what comes with its part of the panel; the others come whole, when they are needed. */
export const widgetDictionaries: Record<
  Language,
  () => Promise<WidgetDictionary & Partial<WaitingDictionary & BeginningDictionary>>
> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
}

import type { Language } from '../languages.ts'
import { en, type WidgetDictionary } from './en.ts'

/** English is at hand; the others come when they are needed. */
export const widgetDictionaries: Record<Language, () => Promise<WidgetDictionary>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
}

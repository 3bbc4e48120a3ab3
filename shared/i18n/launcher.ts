import type { Language } from './languages.ts'

/** **Contact us**: the only words that every page carries, in every language. */
export const launcherTexts: Record<Language, string> = {
  en: 'Contact us',
  de: 'Kontakt',
  fr: 'Nous contacter',
  es: 'Contacto',
  ar: 'اتصل بنا',
}

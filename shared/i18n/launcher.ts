import type { Language } from './languages.ts'

/** **Contact us**: the only words that every page carries, in every language; therefore the shortest that are natural. */
export const launcherTexts: Record<Language, string> = {
  en: 'Contact us',
  de: 'Kontakt',
  es: 'Contacto',
  fr: 'Contact',
  it: 'Contatti',
  nl: 'Contact',
  pl: 'Kontakt',
  pt: 'Contato',
  tr: 'İletişim',
  ru: 'Контакты',
  uk: 'Контакти',
  he: 'יצירת קשר',
  ar: 'اتصل بنا',
  ja: 'お問い合わせ',
  zh: '联系我们',
}

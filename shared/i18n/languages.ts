/** The languages that ship (W30), with the name each gives itself. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  tr: 'Türkçe',
  ru: 'Русский',
  uk: 'Українська',
  he: 'עברית',
  ar: 'العربية',
  ja: '日本語',
  zh: '简体中文',
} as const
export type Language = keyof typeof languages

/**
 * The first of some tags that there is an entry for, in the order of preference; English else. What a language is written
 * in and where counts for nothing: `zh-TW` gets simplified characters, which its readers prefer to English.
 * @param tags BCP 47 tags as browsers and pages give them, such as `de-CH`, and as some pages write them, such as `de_CH`
 */
export const chooseLanguage = (tags: readonly string[], known: Record<Language, unknown>): Language =>
  (tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0]).find((tag) => Object.hasOwn(known, tag as string)) ??
    'en') as Language

export const directionOf = (language: Language) => (language === 'ar' || language === 'he' ? 'rtl' : 'ltr')

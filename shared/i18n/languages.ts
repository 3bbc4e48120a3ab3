/** The languages that ship (W30), with the name each gives itself. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
} as const
export type Language = keyof typeof languages

/**
 * The first of some tags that there is an entry for, in the order of preference; English else.
 * @param tags BCP 47 tags as browsers and pages give them, such as `de-CH`
 */
export const chooseLanguage = (tags: readonly string[], known: Record<Language, unknown>): Language =>
  (tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(known, tag)) ?? 'en') as Language

export const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr')

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
 * The first language that we speak among some tags, in the order of preference.
 * @param tags BCP 47 tags as browsers and pages give them, such as `de-CH`
 */
export function chooseLanguage(tags: readonly string[]): Language | null {
  for (const tag of tags) {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    if (Object.hasOwn(languages, base)) return base as Language
  }
  return null
}

export const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr')

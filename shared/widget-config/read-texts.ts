/**
 * Whether something is an owner's own words: texts by their keys, and under two letters such texts for one language.
 * @param inside a language
 */
export const areTexts = (given: unknown, inside = false): boolean =>
  given === Object(given) && Object.entries(Object(given)).every(([key, value]) => isText(key, value, inside))

/** What of something is that. Never throws. @param inside a language */
export const onlyTexts = (given: unknown, inside = false): object =>
  Object.fromEntries(
    Object.entries(Object(given)).flatMap(([key, value]): [string, unknown][] => {
      if (isText(key, value, inside)) return [[key, value]]
      const words = inside || !isLanguage(key) ? {} : onlyTexts(value, true)
      return Object.keys(words).length > 0 ? [[key, words]] : []
    }),
  )

/** Keys begin with a letter, so that neither the places of a list count for any, nor `__proto__`. */
const isText = (key: string, value: unknown, inside: boolean): boolean =>
  /^[a-z]/i.test(key) && (typeof value === 'string' || (!inside && isLanguage(key) && areTexts(value, true)))

const isLanguage = (key: string) => /^[a-z]{2}$/.test(key)

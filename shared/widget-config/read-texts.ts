/**
 * Whether something is an owner's own words: texts by their keys, and under two letters such texts for one language.
 * @param inside a language
 */
export const areTexts = (given: unknown, inside = false): boolean =>
  given === Object(given) &&
  Object.entries(Object(given)).every(
    ([key, value]) => typeof value === 'string' || (!inside && key.length === 2 && areTexts(value, true)),
  )

/** What of something is that. Never throws. */
export const onlyTexts = (given: object): object =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]): [string, unknown][] => {
      if (areTexts({ [key]: value })) return [[key, value]]
      const inside = Object.entries(Object(value)).filter(([, text]) => typeof text === 'string')
      return key.length === 2 && typeof value === 'object' && inside.length > 0
        ? [[key, Object.fromEntries(inside)]]
        : []
    }),
  )

/**
 * An owner's own words out of whatever was given: texts by their keys, and under two letters such texts for one language.
 * What is neither is left out and told in `problems`. Never throws.
 */
export function readTexts(given: unknown, problems: string[]): object {
  let wrong = !isObject(given ?? {})
  const read = (values: object, inside: boolean): object =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
        if (typeof value === 'string') return [[key, value]]
        if (!inside && /^[a-z]{2}$/.test(key) && isObject(value)) return [[key, read(value, true)]]
        wrong = true
        return []
      }),
    )
  const texts = isObject(given) ? read(given, false) : {}
  if (wrong) problems.push('texts must be {"key": "text", "de": {"key": "text"}}')
  return texts
}

const isObject = (value: unknown): value is object => Object(value) === value && !Array.isArray(value)

/**
 * Where a visitor dials, as far as their languages say it outright, such as DE of `de-DE`; nothing where they do not.
 * A number that begins with + needs none.
 */
export const countryOf = (languages: readonly string[]): string | undefined =>
  languages.flatMap((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1] ?? [])[0]

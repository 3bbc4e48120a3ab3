import type { Language } from './languages.ts'

type Words<K extends string> = { readonly [key in K]?: string }
/** An owner's own words: a text counts in every language, one under a language's code in that language, and first. */
export type OwnTexts<K extends string> = Words<K> & { readonly [code in Language]?: Words<K> }

/**
 * What an owner wants said, if anything (W30).
 * @param texts of whatever shape a page gave: what is no text does not count
 */
export const ownText = (texts: object, language: Language, key: string): string | undefined => {
  const given = texts as Record<string, Record<string, unknown> | undefined>
  return [given[language]?.[key], given[key]].find((text): text is string => typeof text === 'string' && text > '')
}

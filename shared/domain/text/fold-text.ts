/**
 * Text as people search for it: without accents and case, so that “lukasz” finds Łukasz. For comparing only; its length may be another.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđħıæœßþð]/g, (letter) => withoutAccent[letter] ?? letter)

/** Letters that Unicode does not take apart, but that people type without what is special about them. */
const withoutAccent: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
}

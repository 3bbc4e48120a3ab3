/**
 * JSON in which everything can be seen: controls and format characters, which could make code read as what it is not, are
 * escaped, but for the joiners that emoji and Persian are written with.
 * @param indent spaces for each level; none for one line
 */
export const visibleJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, index) => jsonEscape(character.charCodeAt(index))).join(''),
  )

/** The line breaks are those of the indent: within texts JSON has escaped them already. */
const INVISIBLE = /(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu

const jsonEscape = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`

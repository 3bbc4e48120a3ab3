/** The longest path that an icon may be drawn by, in characters: every page that has the button carries it. */
export const LONGEST_ICON = 2_000

/**
 * What is wrong with an owner's icon, in a sentence; nothing when it can be drawn, or is empty.
 * Path data is letters and numbers only, so that it can be no address, no style and no script:
 * https://www.w3.org/TR/SVG2/paths.html#PathDataBNF
 */
export function iconProblem(path: string): string | undefined {
  if (path === '') return undefined
  if (/^\s*</.test(path)) return 'Paste only what stands in d="…" of the icon’s <path>, not the whole of its code.'
  if (/^\s*(https?:|data:|\/)/i.test(path))
    return 'This is an address. Paste the path itself: a page’s policy may refuse pictures.'
  if (path.length > LONGEST_ICON) return `This path has ${path.length} characters; it may have at most ${LONGEST_ICON}.`
  if (!/^[Mm][\d\s,.eE+\-MmZzLlHhVvCcSsQqTtAa]+$/.test(path))
    return 'This is no path: it begins with M and goes on with letters and numbers, such as M4 4h16v16H4z.'
  return undefined
}

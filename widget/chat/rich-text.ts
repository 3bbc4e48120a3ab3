/** A piece of what a person wrote: text, or a link of a kind that can do no harm. */
export type Piece = { readonly text: string; readonly href?: string }

/**
 * Finds http, https and mailto links. The text stays as it was, piece by piece.
 * What ends a sentence does not belong to the link, nor does a bracket that was opened before it.
 */
export function richText(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(/\b(?:https?:\/\/|mailto:)[^\s<>"]+/gi)) {
    const link = withoutTail(found)
    if (!URL.canParse(link)) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push({ text: link, href: link })
    end = index + link.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

function withoutTail(link: string): string {
  const shorter = link.replace(/[.,:;!?'’»”]+$/, '')
  const opened = shorter.split('(').length
  return shorter.endsWith(')') && shorter.split(')').length > opened ? withoutTail(shorter.slice(0, -1)) : shorter
}

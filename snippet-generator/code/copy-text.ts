/**
 * Puts text on the clipboard. `selected`: refused, but the text is selected where it is shown; `refused`: not even that.
 * Never throws.
 * @param shown the element whose text it is, or null when it is nowhere on the page
 */
export async function copyText(text: string, shown: Element | null): Promise<'copied' | 'selected' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    // No permission, or no clipboard at all: pages over plain http have none.
    if (!shown) return 'refused'
    getSelection()?.selectAllChildren(shown)
    return 'selected'
  }
}

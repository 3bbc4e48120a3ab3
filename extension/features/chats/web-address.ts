/** The address when it is a safe one to open: http and https only, for a visitor chose it (no `javascript:`, `file:` or `data:`). */
export function webAddress(text: string): URL | null {
  const url = URL.parse(text)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null
}

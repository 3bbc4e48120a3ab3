/**
 * The server's origin from what a person typed; null when that is no web address. Without a scheme https is meant, except for this
 * computer, where nobody has a certificate.
 */
export function readServerUrl(typed: string): string | null {
  const text = typed.trim()
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isThisComputer(text) ? 'http' : 'https'}://${text}`
  if (!URL.canParse(full)) return null
  const { protocol, origin, hostname } = new URL(full)
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' ? origin : null
}

const isThisComputer = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/i.test(host)

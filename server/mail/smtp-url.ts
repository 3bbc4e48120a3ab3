/** A mail server, and in whose name it is used. */
export interface SmtpTarget {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; without it STARTTLS, where the server offers it. */
  readonly tls: boolean
  readonly user: string | null
  readonly password: string | null
  /** Sender of every mail. */
  readonly from: string
}

const form = 'smtp://USER:PASSWORD@HOST:PORT?from=chat@example.com'

/**
 * Reads DESKBELL_SMTP_URL: `smtp(s)://[USER:PASSWORD@]HOST[:PORT][?from=ADDRESS]`. Without `from` the user is the sender when
 * it is an address, else deskbell@HOST. Throws an Error of one sentence that repeats no part of the address.
 */
export function parseSmtpUrl(text: string): SmtpTarget {
  const url = URL.parse(text)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw wrong()
  const unknown = [...url.searchParams.keys()].some((name) => name !== 'from')
  if (unknown || !['', '/'].includes(url.pathname) || url.hash) throw wrong()
  const tls = url.protocol === 'smtps:'
  const [user, password] = [decode(url.username), decode(url.password)]
  const from = url.searchParams.get('from') ?? (user?.includes('@') ? user : `deskbell@${url.hostname}`)
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(from)) throw wrong()
  return { host: url.hostname, port: Number(url.port) || (tls ? 465 : 587), tls, user, password, from }
}

function decode(part: string): string | null {
  try {
    return part === '' ? null : decodeURIComponent(part)
  } catch {
    throw wrong()
  }
}

const wrong = () => new Error(`DESKBELL_SMTP_URL must look like ${form}.`)

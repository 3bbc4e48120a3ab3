import { createHmac, timingSafeEqual } from 'node:crypto'
import { wrong } from './wrong-identity.ts'

/** Characters. A name, an address and a number need a few hundred. */
const longest = 4_096
/** Seconds by which the clocks of site and server may differ. */
const leeway = 60

/**
 * The claims of a JWT that this secret has signed with HS256: no other algorithm, whatever its header says. Refuses with
 * `invalid-identity` and why.
 * @see https://www.rfc-editor.org/rfc/rfc8725 for what is checked besides the signature
 * @param now ms since 1970
 */
export function readToken(token: string, secret: string, now: number): Readonly<Record<string, unknown>> {
  if (token.length > longest) throw wrong(`The token is longer than ${longest} characters.`)
  const [, head = '', body = '', signature = ''] = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token) ?? []
  if (!head) throw wrong('The token is no JWT: three parts with dots between them.')
  const header = objectIn(head)
  if (!header) throw wrong('The token’s header cannot be read.')
  if (header.alg !== 'HS256') throw wrong('The token must be signed with HS256.')
  if ('crit' in header) throw wrong('The token’s header asks for what this server does not know (crit).')
  const due = createHmac('sha256', secret).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  // The text too: several texts stand for the same bytes.
  if (given.length !== due.length || !timingSafeEqual(given, due) || signature !== due.toString('base64url'))
    throw wrong('The token’s signature is not that of this server’s secret.')
  const claims = objectIn(body)
  if (!claims) throw wrong('The token’s claims cannot be read.')
  const seconds = now / 1000
  const { exp = Infinity, nbf = 0 } = claims
  if (typeof exp !== 'number' || typeof nbf !== 'number')
    throw wrong('exp and nbf must be numbers, in seconds since 1970.')
  if (seconds > exp + leeway) throw wrong('The token has expired; the site has to make a new one for each page.')
  if (seconds < nbf - leeway) throw wrong('The token is not valid yet; is the site’s clock right?')
  return claims
}

function objectIn(part: string): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'))
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

import type { IncomingMessage } from 'node:http'
import { isThisMachine } from '../features/throttle.ts'

/** The token of `authorization: Bearer …`; nothing without that header or with another scheme. */
export const bearerOf = (incoming: IncomingMessage): string | null =>
  /^Bearer +([\w.~+/-]+=*) *$/i.exec(incoming.headers.authorization ?? '')?.[1] ?? null

/** Where a request came from. A proxy on this machine is believed when it says for whom it asks. */
export function addressOf(incoming: IncomingMessage): string {
  const peer = plain(incoming.socket.remoteAddress ?? '')
  if (!isThisMachine(peer)) return peer
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return forwarded ? plain(forwarded).slice(0, 64) : peer
}

/**
 * Whether a page of ours sent this, so that its cookie counts. Browsers say so themselves in Sec-Fetch-Site; older ones
 * send Origin with everything that changes something. https://web.dev/articles/fetch-metadata
 */
export function isFromOurPages(incoming: IncomingMessage, publicUrl: string | null): boolean {
  const site = incoming.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = incoming.headers
  if (origin !== undefined) return origin === publicUrl || URL.parse(origin)?.host === incoming.headers.host
  return incoming.method === 'GET' || incoming.method === 'HEAD'
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '')

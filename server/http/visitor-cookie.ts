import type { IncomingMessage } from 'node:http'

const year = 365 * 24 * 60 * 60

/**
 * The visitor's credential on our own origin, out of reach of every script. Over TLS it is partitioned by the site that
 * shows the frame (CHIPS); over plain http in a network, where browsers refuse Secure, it works on our own pages alone.
 */
export function setVisitorCookie(token: string, secure: boolean, maxAge = year): string {
  return secure
    ? `${secureName}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=None; Partitioned`
    : `${plainName}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`
}

/** Only with the same attributes does a browser take it for the same cookie. */
export const endVisitorCookie = (secure: boolean): string => setVisitorCookie('', secure, 0)

export function visitorCookieOf(incoming: IncomingMessage, secure: boolean): string | null {
  const name = secure ? secureName : plainName
  for (const pair of (incoming.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value && /^[\w-]+$/.test(value)) return value
  }
  return null
}

const secureName = '__Host-deskbell'
const plainName = 'deskbell'

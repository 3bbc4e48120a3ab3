import type { IncomingMessage } from 'node:http'
import type { Access } from '#shared/contract/route.ts'
import { refused } from '../domain/refused.ts'
import type { Caller, Session, SignedIn } from '../features/caller.ts'
import { addressOf, bearerOf, isFromOurPages } from './request-headers.ts'
import { visitorCookieOf } from './visitor-cookie.ts'

export interface AdmitParts {
  readonly findSession: (token: string, now: number) => Promise<Session | null>
  readonly publicUrl: string | null
  readonly now: () => number
}

/** Who asks. A bearer token goes before the cookie, and the cookie counts on our own pages alone. */
export async function callerOf(parts: AdmitParts, incoming: IncomingMessage): Promise<Caller> {
  const now = parts.now()
  const token = tokenOf(parts, incoming)
  const session = token && (await parts.findSession(token, now))
  const userAgent = incoming.headers['user-agent'] ?? ''
  return { address: addressOf(incoming), userAgent, now, presented: token && session ? { session, token } : null }
}

function tokenOf({ publicUrl }: AdmitParts, incoming: IncomingMessage): string | null {
  if (incoming.headers.authorization !== undefined) return bearerOf(incoming)
  return isFromOurPages(incoming, publicUrl) ? visitorCookieOf(incoming, isSecure(incoming, publicUrl)) : null
}

/**
 * Whether browsers take a Secure cookie from here. The public address says so, because this process itself speaks plain
 * http; and where there is none, this machine's own names count as secure: a frame on another local site needs it.
 */
export const isSecure = ({ headers }: IncomingMessage, publicUrl: string | null) =>
  publicUrl ? publicUrl.startsWith('https:') : /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(headers.host ?? '')

/** Lets a caller in by the route's rule. Refuses with `not-signed-in` or `forbidden`. */
export function admit(access: Access, caller: Caller): Caller | SignedIn {
  if (access === 'anyone') return caller
  const session = caller.presented?.session
  if (!session) throw refused('not-signed-in', 'You are not signed in, or your session has ended. Sign in again.')
  if (!mayEnter[access](session)) throw refused('forbidden', 'Your account may not do this.')
  return { ...caller, session, actor: session.actor }
}

const mayEnter: Record<Exclude<Access, 'anyone'>, (session: Session) => boolean> = {
  visitor: ({ kind }) => kind === 'visitor',
  agent: ({ kind }) => kind === 'agent',
  administrator: ({ administrator }) => administrator,
  participant: () => true,
}

import type { Actor } from '#shared/contract/actors.ts'
import type { Api } from '#shared/contract/api.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Operation } from '#shared/contract/paths.ts'
import type { Access, InputOf, ResponseOf } from '#shared/contract/route.ts'

/** A signed-in agent's or a visitor's session, found by the token that the request carried. */
export interface Session {
  readonly tokenHash: string
  readonly kind: 'agent' | 'visitor'
  readonly administrator: boolean
  /** Whether this agent may observe chats (L6). */
  readonly mayObserve: boolean
  readonly actor: Actor
}

/** A session that is over. */
export interface EndedSession {
  readonly tokenHash: string
  readonly actorId: ActorId
}

/** Whoever asks, before it is known who they are. */
export interface Caller {
  /** Where the request came from, as one address. */
  readonly address: string
  /** What the browser says of itself; empty when it does not. */
  readonly userAgent: string
  /** ms since 1970 */
  readonly now: number
  /** The session whose token came along and is still good, with that token. */
  readonly presented: { readonly session: Session; readonly token: string } | null
}

/** A caller whom the route's access rule let in. */
export interface SignedIn extends Caller {
  readonly actor: Actor
  readonly session: Session
}

export type CallerOf<A extends Access> = A extends 'anyone' ? Caller : SignedIn

/** One handler per operation, for all of them or for those that a feature answers. */
export type Handlers<Names extends Operation = Operation> = {
  readonly [K in Names]: (input: InputOf<Api[K]>, caller: CallerOf<Api[K]['access']>) => Promise<ResponseOf<Api[K]>>
}

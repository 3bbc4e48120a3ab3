import * as v from 'valibot'
import { parseJson, type SignIn } from './client-frame.ts'
import type { Connection, SignedInUser } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import { errorCode } from './error-codes.ts'
import * as frame from './server-frame.ts'
import { sameText, signUser } from './signature.ts'

const userShape = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(180)),
  user_info: v.optional(v.unknown()),
  watchlist: v.optional(v.array(v.string()), []),
})

/**
 * `pusher:signin`: binds a user to the connection, tells those who watch the user, and tells the user about those they watch.
 * https://pusher.com/docs/channels/using_channels/user-authentication/
 */
export function signIn(state: EngineState, connection: Connection, message: SignIn): void {
  const user = readUser(state, connection, message)
  if ('refusal' in user) {
    state.counters.signInsRefused++
    if (user.code === errorCode.watchlistTooLong) connection.sendError(user.code, user.refusal)
    else connection.close(user.code, user.refusal)
    return
  }
  connection.send(frame.signInSuccess(message.userData))
  if (connection.user) return
  connection.user = user
  if (state.users.add(user.id, connection)) tellWatchers(state, user.id, 'online')
  watch(state, connection, user.watchlist)
}

interface Refusal {
  readonly refusal: string
  readonly code: typeof errorCode.unauthorized | typeof errorCode.watchlistTooLong
}

function readUser(state: EngineState, connection: Connection, { auth, userData }: SignIn): SignedInUser | Refusal {
  if (!sameText(signUser(state.app, connection.id, userData).auth, auth)) {
    return { refusal: 'The signature of this sign-in is wrong.', code: errorCode.unauthorized }
  }
  const read = v.safeParse(userShape, parseJson(userData))
  if (!read.success) return { refusal: 'user_data must be JSON with a text "id".', code: errorCode.unauthorized }
  const { id, user_info: info, watchlist } = read.output
  if (connection.user && connection.user.id !== id) {
    return { refusal: 'This connection already belongs to another user.', code: errorCode.unauthorized }
  }
  if (watchlist.length > state.limits.watchlistLength) {
    const refusal = `A watchlist may name ${state.limits.watchlistLength} users; you are not signed in.`
    return { refusal, code: errorCode.watchlistTooLong }
  }
  return { id, info, watchlist }
}

/** The connection is gone: so is its user where it was their last one. */
export function signOut(state: EngineState, connection: Connection): void {
  const { user } = connection
  if (!user) return
  connection.user = undefined
  state.users.unwatch(user.watchlist, connection)
  if (state.users.remove(user.id, connection)) tellWatchers(state, user.id, 'offline')
}

function watch(state: EngineState, connection: Connection, watchlist: readonly string[]): void {
  state.users.watch(watchlist, connection)
  const online = watchlist.filter((id) => state.users.isOnline(id))
  const offline = watchlist.filter((id) => !state.users.isOnline(id))
  const events: frame.WatchlistEvent[] = []
  if (online.length > 0) events.push({ name: 'online', user_ids: online })
  if (offline.length > 0) events.push({ name: 'offline', user_ids: offline })
  if (events.length > 0) connection.send(frame.watchlistEvents(events))
}

function tellWatchers(state: EngineState, userId: string, name: 'online' | 'offline'): void {
  const text = frame.watchlistEvents([{ name, user_ids: [userId] }])
  for (const watcher of state.users.watchers(userId)) watcher.send(text)
}

import { isPresence } from './channel-name.ts'
import type { EngineState } from './engine-state.ts'
import { RequestRefusal } from './http-answer.ts'

const known = new Set(['user_count', 'subscription_count'])

/** `GET /channels?filter_by_prefix=&info=` */
export function listChannels(state: EngineState, query: ReadonlyMap<string, string>): object {
  const prefix = query.get('filter_by_prefix') ?? ''
  const info = readInfo(query.get('info') ?? '')
  if (info.has('user_count') && !isPresence(prefix)) {
    throw new RequestRefusal(400, 'user_count needs filter_by_prefix to begin with presence-.')
  }
  const names = [...state.channels.keys()].filter((name) => name.startsWith(prefix))
  return { channels: Object.fromEntries(names.map((name) => [name, channelAttributes(state, name, info)])) }
}

/** `GET /channels/:name?info=` */
export function describeChannel(state: EngineState, name: string, query: ReadonlyMap<string, string>): object {
  const info = readInfo(query.get('info') ?? '')
  if (info.has('user_count') && !isPresence(name)) {
    throw new RequestRefusal(400, 'user_count is known for presence channels only.')
  }
  return { occupied: state.channels.has(name), ...channelAttributes(state, name, info) }
}

/** `GET /channels/:name/users` */
export function listUsers(state: EngineState, name: string): object {
  if (!isPresence(name)) throw new RequestRefusal(400, 'Users are known for presence channels only.')
  const ids = state.channels.get(name)?.members?.ids() ?? []
  return { users: ids.map((id) => ({ id })) }
}

/** The attributes a caller asked for, as `a,b`. Refuses names that are none. */
export function readInfo(text: string): ReadonlySet<string> {
  const asked = new Set(text.split(',').filter((name) => name !== ''))
  for (const name of asked) {
    if (!known.has(name)) throw new RequestRefusal(400, 'info may ask for user_count and subscription_count.')
  }
  return asked
}

export function channelAttributes(state: EngineState, name: string, info: ReadonlySet<string>): object {
  const channel = state.channels.get(name)
  return {
    ...(info.has('subscription_count') ? { subscription_count: channel?.subscribers.size ?? 0 } : {}),
    ...(info.has('user_count') && isPresence(name) ? { user_count: channel?.members?.count ?? 0 } : {}),
  }
}

import type { Connection } from './connection.ts'

/** Signed-in users, their connections, and who watches whom. */
export class Users {
  readonly #connections = new Map<string, Set<Connection>>()
  readonly #watchers = new Map<string, Set<Connection>>()

  get count(): number {
    return this.#connections.size
  }

  /** Users whom somebody watches. */
  get watched(): number {
    return this.#watchers.size
  }

  isOnline(userId: string): boolean {
    return this.#connections.has(userId)
  }

  connections(userId: string): readonly Connection[] {
    return [...(this.#connections.get(userId) ?? [])]
  }

  watchers(userId: string): readonly Connection[] {
    return [...(this.#watchers.get(userId) ?? [])]
  }

  /** True when the user had no other connection. */
  add(userId: string, connection: Connection): boolean {
    return addTo(this.#connections, userId, connection)
  }

  /** True when it was the user's last connection. */
  remove(userId: string, connection: Connection): boolean {
    return removeFrom(this.#connections, userId, connection)
  }

  watch(userIds: Iterable<string>, watcher: Connection): void {
    for (const userId of userIds) addTo(this.#watchers, userId, watcher)
  }

  unwatch(userIds: Iterable<string>, watcher: Connection): void {
    for (const userId of userIds) removeFrom(this.#watchers, userId, watcher)
  }
}

function addTo(sets: Map<string, Set<Connection>>, key: string, connection: Connection): boolean {
  const set = sets.get(key)
  if (set) set.add(connection)
  else sets.set(key, new Set([connection]))
  return set === undefined
}

function removeFrom(sets: Map<string, Set<Connection>>, key: string, connection: Connection): boolean {
  const set = sets.get(key)
  if (!set?.delete(connection) || set.size > 0) return false
  return sets.delete(key)
}

/**
 * The room in which the preview's widget lives. It is the very widget that sites get, on the very server; what differs is around it:
 * what it stores and what its tabs say to each other stays with this tab, so that it and a real chat on this server (of the
 * demo, say) know nothing of each other.
 */
export function enterRoom(page: Window & typeof globalThis): void {
  Object.defineProperty(page, 'localStorage', { value: roomStorage(page.sessionStorage), configurable: true })
  page.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(prefix + name)
    }
  }
  // Missing where the page is not secure; the widget does without, too.
  const locks: LockManager | undefined = page.navigator.locks
  const request = locks?.request.bind(locks) as ((name: string, ...rest: unknown[]) => Promise<unknown>) | undefined
  if (locks && request)
    locks.request = ((name: string, ...rest: unknown[]) => request(prefix + name, ...rest)) as LockManager['request']
}

const prefix = 'preview-room:'

/** A storage of this tab alone, in a part of the one it is given. */
export function roomStorage(area: Storage): Storage {
  const names = () => Object.keys(area).filter((key) => key.startsWith(prefix))
  const methods = {
    getItem: (key: string) => area.getItem(prefix + key),
    setItem: (key: string, value: string) => area.setItem(prefix + key, value),
    removeItem: (key: string) => area.removeItem(prefix + key),
    key: (index: number) => names()[index]?.slice(prefix.length) ?? null,
    clear() {
      for (const name of names()) area.removeItem(name)
    },
  }
  const held = (key: string | symbol) => (typeof key === 'string' ? (methods.getItem(key) ?? undefined) : undefined)
  return new Proxy({} as Storage, {
    get: (_, key) =>
      key === 'length'
        ? names().length
        : Object.hasOwn(methods, key)
          ? methods[key as keyof typeof methods]
          : held(key),
    set(_, key, value) {
      methods.setItem(String(key), `${value}`)
      return true
    },
    deleteProperty(_, key) {
      methods.removeItem(String(key))
      return true
    },
    ownKeys: () => names().map((name) => name.slice(prefix.length)),
    getOwnPropertyDescriptor: (_, key) => {
      const value = held(key)
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true }
    },
  })
}

/** Where the frame keeps what must survive a reload: apart for each site that embeds it, the same in all of its tabs. */
export interface Keep {
  get<T>(key: string): T | null
  set(key: string, value: unknown): void
  remove(key: string): void
  /** Keys that begin so. */
  keys(prefix: string): string[]
  /** Another tab changed this; null: everything. */
  onChange(listener: (key: string | null) => void): void
}

const prefix = 'deskbell:'

export function storedKeep(area: Storage): Keep {
  const keep = mapKeep()
  return {
    get: (key) => keep.get(key) ?? parse(area.getItem(prefix + key)),
    set(key, value) {
      keep.remove(key)
      try {
        area.setItem(prefix + key, JSON.stringify(value))
      } catch {
        // Full: what does not fit is kept for as long as this page lives.
        keep.set(key, value)
      }
    },
    remove(key) {
      keep.remove(key)
      area.removeItem(prefix + key)
    },
    keys(start) {
      const stored = Object.keys(area).filter((key) => key.startsWith(prefix + start))
      return [...new Set([...keep.keys(start), ...stored.map((key) => key.slice(prefix.length))])]
    },
    onChange: (listener) =>
      addEventListener('storage', ({ key, storageArea }) => {
        if (storageArea !== area) return
        if (key === null) listener(null)
        else if (key.startsWith(prefix)) listener(key.slice(prefix.length))
      }),
  }
}

/** What lasts no longer than this page. */
export function mapKeep() {
  const texts = new Map<string, string>()
  return {
    get: <T>(key: string): T | null => parse(texts.get(key)),
    set: (key: string, value: unknown) => void texts.set(key, JSON.stringify(value)),
    remove: (key: string) => void texts.delete(key),
    keys: (start: string) => [...texts.keys()].filter((key) => key.startsWith(start)),
  }
}

/** What another version wrote, or somebody by hand, must not stop the chat. */
export function parse(text: string | null | undefined) {
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return null
  }
}

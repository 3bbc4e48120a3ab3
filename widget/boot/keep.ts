/** Where the frame keeps what must survive a reload: its own storage, apart for each site that embeds it; memory where that is blocked. */
export interface Keep {
  /** True when other tabs of the site see the same. */
  readonly shared: boolean
  get<T>(key: string): T | null
  set(key: string, value: unknown): void
  remove(key: string): void
  /** Keys that begin so. */
  keys(prefix: string): string[]
  /** Another tab changed this; null: everything. */
  onChange(listener: (key: string | null) => void): void
}

export function openKeep(): Keep {
  const area = storageOrNull()
  const memory = new Map<string, string>()
  return {
    shared: area !== null,
    get(key) {
      const text = memory.get(key) ?? area?.getItem(prefix + key)
      return text ? JSON.parse(text) : null
    },
    set(key, value) {
      const text = JSON.stringify(value)
      memory.delete(key)
      try {
        if (area) return area.setItem(prefix + key, text)
      } catch {
        // Full: what does not fit is kept for as long as this page lives.
      }
      memory.set(key, text)
    },
    remove(key) {
      memory.delete(key)
      area?.removeItem(prefix + key)
    },
    keys(start) {
      const stored = Object.keys(area ?? {}).filter((key) => key.startsWith(prefix))
      const all = new Set([...memory.keys(), ...stored.map((key) => key.slice(prefix.length))])
      return [...all].filter((key) => key.startsWith(start))
    },
    onChange: (listener) =>
      addEventListener('storage', ({ key, storageArea }) => {
        if (storageArea !== area) return
        if (key === null) listener(null)
        else if (key.startsWith(prefix)) listener(key.slice(prefix.length))
      }),
  }
}

const prefix = 'deskbell:'

function storageOrNull(): Storage | null {
  try {
    localStorage.getItem(prefix)
    return localStorage
  } catch {
    return null
  }
}

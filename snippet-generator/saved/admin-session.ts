/** Who is signed in on this page, as an administrator of this server. */
export interface AdminSession {
  readonly name: string
  readonly token: string
}

const key = 'deskbell-generator-session'

/** In this tab alone, until it is closed: the generator stays a page that keeps nothing (G2). */
export const adminSession = {
  read(storage: () => Storage): AdminSession | null {
    try {
      const { name, token } = Object(JSON.parse(storage().getItem(key) ?? 'null'))
      return typeof name === 'string' && typeof token === 'string' ? { name, token } : null
    } catch {
      return null
    }
  },
  /** Where storage is refused, a reload signs out. */
  write(storage: () => Storage, session: AdminSession | null) {
    try {
      if (session) storage().setItem(key, JSON.stringify(session))
      else storage().removeItem(key)
    } catch {}
  },
}

/** A part of the panel that comes when it is wanted. What fails, without a connection, is tried again when it is wanted next. */
export function lazyPart<T>(load: () => Promise<T>, onCome: () => void) {
  let part: T | null = null
  let coming = false
  return {
    now: () => part,
    async want() {
      if (part || coming) return
      coming = true
      part = await load().catch(() => null)
      coming = false
      if (part) onCome()
    },
  }
}

/** Whether a server has a saved widget; `unknown` when it does not answer. */
export type SavedState = 'there' | 'missing' | 'unknown'
export type Saved = (server: string, name: string) => Promise<SavedState>

const patience = 5_000

/** Asks for what the page's snippet asks for itself. */
export const savedState: Saved = async (server, name) => {
  if (!/^[a-z\d-]{1,40}$/.test(name)) return 'missing'
  try {
    const options = { method: 'HEAD', cache: 'no-store', credentials: 'omit' } as const
    const url = `${server}/widget/saved/${name}.js`
    const { status } = await fetch(url, { ...options, signal: AbortSignal.timeout(patience) })
    return status === 404 ? 'missing' : 'there'
  } catch {
    return 'unknown'
  }
}

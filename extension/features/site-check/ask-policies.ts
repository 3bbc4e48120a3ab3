/** How long the page's server may take, ms. */
const patience = 5_000

/**
 * The Content-Security-Policy headers of a page, asked for once more by the page itself, for browsers show those of the
 * answer that they have to nobody. Nothing where the server does not say, or answers such a question otherwise.
 */
export async function askPolicies(url: string): Promise<readonly string[] | null> {
  try {
    const options = { method: 'HEAD', cache: 'no-store', credentials: 'same-origin' } as const
    const { ok, headers } = await fetch(url, { ...options, signal: AbortSignal.timeout(patience) })
    const policies = headers.get('content-security-policy')
    return ok ? (policies === null ? [] : [policies]) : null
  } catch {
    return null
  }
}

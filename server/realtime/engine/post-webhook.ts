import { type Credentials, sign } from './signature.ts'

/** Sends one signed body; true when the receiver took it (2xx). Never throws. */
export type PostWebhook = (body: string) => Promise<boolean>

/** Posts to `url`, signed so that `pusher.webhook()` accepts it. Waits `timeout` milliseconds for an answer. */
export function webhookPoster(url: string, { key, secret }: Credentials, timeout = 5_000): PostWebhook {
  return async (body) => {
    const headers = {
      'content-type': 'application/json',
      'x-pusher-key': key,
      'x-pusher-signature': sign(secret, body),
    }
    try {
      const signal = AbortSignal.timeout(timeout)
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }
}

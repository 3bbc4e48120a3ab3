import type { Publisher } from '../../realtime/publisher.ts'

interface Parts {
  readonly publisher: Pick<Publisher, 'readWebhook' | 'channels'>
  /** The last subscription to this channel has ended. */
  readonly onVacated: (channel: string) => Promise<void>
}

/** With lower-case header names and the raw body. Gives false when the signature is not the engine's. */
export type TakeWebhook = (headers: Readonly<Record<string, string | undefined>>, body: string) => Promise<boolean>

/**
 * Hears from an engine elsewhere whose last socket is gone (`channel_vacated`). Such a word may be late, repeated, or sent
 * again by somebody who overheard it: so the engine is asked whether it still holds. What throws is for the engine to repeat.
 */
export const takeWebhook =
  ({ publisher, onVacated }: Parts): TakeWebhook =>
  async (headers, body) => {
    const events = publisher.readWebhook(headers, body)
    if (!events) return false
    const vacated = new Set(events.flatMap((event) => (event.name === 'channel_vacated' ? [event.channel] : [])))
    for (const channel of vacated) if (await isVacant(publisher, channel)) await onVacated(channel)
    return true
  }

const isVacant = async (publisher: Parts['publisher'], channel: string) =>
  !(await publisher.channels(channel)).includes(channel)

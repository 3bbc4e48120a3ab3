import { defaultLimits } from './engine/limits.ts'
import { RealtimeRefusal } from './realtime-refusal.ts'

/** The most that one event's data may have, in bytes of JSON: Pusher Channels' limit, kept with every engine (S4). */
const maxEventBytes = defaultLimits.dataBytes

/** The text that travels as an event's data. Refuses what is over `maxEventBytes`. */
export function eventData(data: unknown): string {
  const text = JSON.stringify(data) ?? 'null'
  const bytes = Buffer.byteLength(text)
  if (bytes > maxEventBytes) {
    throw new RealtimeRefusal(
      'too-large',
      `An event of ${bytes} bytes is over the limit of ${maxEventBytes}; nothing was sent.`,
    )
  }
  return text
}

import type { StoredEvent } from '#shared/contract/events.ts'
import { limits } from '#shared/contract/limits.ts'
import { type Hint, realtimeEvents } from '#shared/contract/signals.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Reaction } from '../../log/react.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import { audienceOf } from './audience.ts'
import type { ChatQueries } from './queries.ts'

/** From when on, in ms after an event, a hint of it was left undone by somebody, and may be far behind the log. */
const late = 2_000

/** Tells everybody concerned, the sender too, what was appended (S4). Repeating it does no harm: it is a hint. */
export const publishEvents = (
  publisher: Publisher,
  queries: ChatQueries,
  logId: string,
  now: () => number,
): Reaction => ({
  name: 'publish',
  async handle(events, left) {
    const [first] = events
    const last = events.at(-1)
    if (!first || !last) return
    const chat = left ?? (await queries.chat(chatOf(first.stream)))
    if (!chat) return
    const audience = new Set(events.flatMap(({ event }) => audienceOf(chat, first.stream, event)))
    // Whoever does not know the stream would take a late beginning for all of it, and a chat that is over for one that waits.
    const lastSeqs = now() - last.at > late ? await queries.lastSeqs([last.stream]) : null
    const lastSeq = lastSeqs?.get(last.stream) ?? last.seq
    await publisher.publish([...audience], realtimeEvents.hint, hintOf({ logId, stream: last.stream, lastSeq }, events))
  },
})

function hintOf(bare: Hint, events: readonly StoredEvent[]): Hint {
  const whole = { ...bare, events: [...events] }
  return Buffer.byteLength(JSON.stringify(whole)) < limits.realtimeBytes ? whole : bare
}

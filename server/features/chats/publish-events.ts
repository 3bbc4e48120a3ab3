import type { StoredEvent } from '#shared/contract/events.ts'
import { limits } from '#shared/contract/limits.ts'
import { type Hint, realtimeEvents } from '#shared/contract/signals.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Reaction } from '../../log/react.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import { audienceOf } from './audience.ts'
import type { ChatQueries } from './queries.ts'

/** Tells everybody concerned, the sender too, what was appended (S4). Repeating it does no harm: it is a hint. */
export const publishEvents = (publisher: Publisher, queries: ChatQueries, logId: string): Reaction => ({
  name: 'publish',
  async handle(events) {
    const [first] = events
    const last = events.at(-1)
    if (!first || !last) return
    const chat = await queries.chat(chatOf(first.stream))
    if (!chat) return
    const audience = new Set(events.flatMap(({ event }) => audienceOf(chat, first.stream, event)))
    await publisher.publish([...audience], realtimeEvents.hint, hintOf(logId, events, last))
  },
})

function hintOf(logId: string, events: readonly StoredEvent[], { stream, seq }: StoredEvent): Hint {
  const bare = { logId, stream, lastSeq: seq }
  const whole = { ...bare, events: [...events] }
  return Buffer.byteLength(JSON.stringify(whole)) < limits.realtimeBytes ? whole : bare
}

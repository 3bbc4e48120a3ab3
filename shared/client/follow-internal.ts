import { companionOf } from '#shared/contract/streams.ts'
import type { FeedSource } from './chat-feed.ts'

/** For staff: what happens to a chat's public stream has something to say about its internal one. */
export const followInternal: NonNullable<FeedSource['besides']> = async (stream, events, store, catchUp) => {
  const internal = companionOf(stream)
  if (!internal) return
  if (events) {
    // Who joined may be this agent: until now nobody had to tell them what staff alone is told.
    if (events.some(({ event }) => event.type === 'agent-joined')) await catchUp(internal)
  } else if (await store.cursor(internal)) {
    // The log was set back (S7): what the internal stream has may be of the history that is gone, too.
    await store.drop(internal)
    await catchUp(internal)
  }
}

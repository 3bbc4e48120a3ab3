import { expect, test, vi } from 'vitest'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import { followInternal } from '#shared/client/follow-internal.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import { aChatId, aClientId, aDisk, ada, aStory } from './a-disk.ts'

const chatId = aChatId()
const stream = chatStream(chatId)
const story = aStory(chatId, 9)

test('S5: the next is applied, the old is ignored, and nothing is asked for', async () => {
  const { feed, held, asked } = await aClient({ log: story.slice(0, 3) })
  await feed.hint(hintOf(story.slice(3, 4)))
  await feed.hint(hintOf(story.slice(3, 4)))
  await feed.hint(hintOf(story.slice(0, 2)))
  await feed.hint(hintOf(story.slice(4, 6).toReversed()))
  expect(held()).toEqual([1, 2, 3, 4, 5, 6])
  expect(asked).toEqual(['sync'])
})

test('S5: a gap, and a push that carries the number alone, are fetched', async () => {
  const { feed, held, asked, server } = await aClient({ log: story.slice(0, 2) })
  server.log.set(stream, story)
  await feed.hint(hintOf(story.slice(5, 6)))
  expect(held()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  server.log.set(stream, [...story, ...aStory(chatId, 10).slice(10)])
  await feed.hint({ logId: 'first', stream, lastSeq: 11 })
  expect(held().at(-1)).toBe(11)
  expect(asked).toEqual(['sync', 'page after 2', 'page after 10'])
})

test('S5: the answer to one’s own command is applied like a push', async () => {
  const { feed, held } = await aClient({ log: story.slice(0, 2) })
  await feed.deliver({ logId: 'first', events: story.slice(2, 3), lastSeq: 3 })
  expect(held()).toEqual([1, 2, 3])
})

test('S7: an answer that comes before the first resume tells which log the copy is of', async () => {
  const { disk, feedStore } = aDisk()
  const sync = vi.fn()
  const feed = createChatFeed(feedStore, { listEvents: vi.fn(), sync })
  await feed.deliver({ logId: 'first', events: story.slice(0, 1), lastSeq: 1 })
  expect([disk.logId, disk.streams.get(stream)?.length]).toEqual(['first', 1])
  expect(sync).not.toHaveBeenCalled()
})

test('S7: an answer of the log before is not mixed into the one that is', async () => {
  const { feed, texts } = await aClient({ log: story.slice(0, 2) })
  await feed.deliver({ logId: 'the one before', events: aStory(chatId, 2, 'old').slice(2), lastSeq: 3 })
  expect(texts()).toEqual(['message 1'])
})

test('S5: a page that brings nothing new ends the catching up instead of asking for ever', async () => {
  const { feed, held, server, asked } = await aClient({ log: story.slice(0, 2) })
  server.claims = 99
  await feed.hint(hintOf(story.slice(7, 8)))
  expect(held()).toEqual([1, 2])
  expect(asked).toHaveLength(2)
})

test('S5: what failed is not the end: the next push catches up', async () => {
  const { feed, held, server } = await aClient({ log: story.slice(0, 2) })
  server.log.set(stream, story)
  server.failing = true
  await expect(feed.hint(hintOf(story.slice(5, 6)))).rejects.toThrow('no answer')
  expect(held()).toEqual([1, 2])
  server.failing = false
  await feed.hint(hintOf(story.slice(6, 7)))
  expect(held()).toHaveLength(10)
})

test('S6: a resume asks until there is no more, and drops what is gone', async () => {
  const { feed, held, server, disk, asked } = await aClient({ log: story.slice(0, 2) })
  server.log.set(stream, story)
  server.atOnce = 3
  const other = chatStream(aChatId())
  disk.streams.set(
    other,
    aStory(aChatId(), 1).map((event) => ({ ...event, stream: other })),
  )
  server.gone.push(other)
  await feed.resume()
  expect(held()).toHaveLength(10)
  expect(asked).toEqual(['sync', 'sync', 'sync', 'sync'])
  expect([...disk.streams.keys()]).toEqual([stream])
})

test('S7: a number above the server’s drops the copy and fetches it again', async () => {
  const { feed, texts, server } = await aClient({ log: story })
  server.log.set(stream, aStory(chatId, 4, 'other'))
  await feed.resume()
  expect(texts()).toEqual(['other 1', 'other 2', 'other 3', 'other 4'])
})

test('S7: also of a chat that is no longer resumed, when the server brings it up again', async () => {
  const { feed, disk, server } = await aClient({ log: story, me: ada })
  const { seq, ...rest } = story[9] as StoredEvent
  const bens = { type: 'chat-accepted', agent: { id: 'ben', name: 'Ben' } } as StoredEvent['event']
  await feed.hint(hintOf([{ ...rest, seq: seq + 1, event: bens }]))
  expect(disk.chats.get(chatId)?.phase).toBe('active')
  // The log is set back to before Ben took it: it waits again, and must ring.
  server.log.set(stream, story.slice(0, 3))
  await feed.resume()
  expect(disk.chats.get(chatId)?.phase).toBe('waiting')
  expect(disk.streams.get(stream)).toHaveLength(3)
})

test('S7: with a chat that was set back, what is internal of it is fetched again', async () => {
  const { feed, disk, server } = await aClient({ log: story, me: ada })
  const declined = { type: 'request-declined', agent: { id: ada.id, name: ada.name } } as const
  const own = { stream: internalStream(chatId), seq: 1, at: 1, actor: ada, clientId: aClientId(), event: declined }
  await feed.hint(hintOf([own]))
  expect(disk.chats.get(chatId)?.declinedBy).toEqual([ada.id])
  server.log.set(stream, story.slice(0, 3))
  await feed.resume()
  expect(disk.chats.get(chatId)?.declinedBy).toEqual([])
})

test('S7: a push that names another log makes the client ask, and lose nothing when that push was merely late', async () => {
  const { feed, held, asked, disk } = await aClient({ log: story })
  await feed.hint({ ...hintOf(aStory(chatId, 2, 'old')), logId: 'the one before' })
  expect(held()).toHaveLength(10)
  expect(disk.logId).toBe('first')
  expect(asked).toEqual(['sync', 'sync'])
})

test('S7: another log replaces every stream, not only the one that told of it', async () => {
  const { feed, disk, server } = await aClient({ log: story })
  const other = aChatId()
  server.log.set(chatStream(other), aStory(other, 2))
  await feed.resume()
  server.logId = 'second'
  server.log.set(stream, aStory(chatId, 1, 'new'))
  server.log.set(chatStream(other), aStory(other, 5, 'new'))
  await feed.hint({ logId: 'second', stream, lastSeq: 2 })
  expect(disk.logId).toBe('second')
  expect(disk.streams.get(stream)).toEqual(server.log.get(stream))
  expect(disk.streams.get(chatStream(other))).toEqual(server.log.get(chatStream(other)))
})

test('S1: of a chat’s two streams either may come first', async () => {
  const { feed, disk } = await aClient({ log: [], me: ada })
  const declined = { type: 'request-declined', agent: { id: ada.id, name: ada.name } } as const
  await feed.hint(
    hintOf([{ stream: internalStream(chatId), seq: 1, at: 1, actor: ada, clientId: aClientId(), event: declined }]),
  )
  await feed.hint(hintOf(story.slice(0, 1)))
  expect(disk.chats.get(chatId)?.declinedBy).toEqual([ada.id])
})

const hintOf = (events: readonly StoredEvent[]) => ({
  logId: 'first',
  stream: events[0]?.stream ?? stream,
  lastSeq: Math.max(...events.map(({ seq }) => seq)),
  events: [...events],
})

/** A client that has resumed once, and a server that says what its fields say. */
async function aClient({ log, me }: { log: StoredEvent[]; me?: typeof ada }) {
  const { disk, feedStore } = aDisk(me)
  const asked: string[] = []
  const server = {
    logId: 'first',
    log: new Map<StreamId, StoredEvent[]>(log.length ? [[stream, log]] : []),
    gone: [] as StreamId[],
    atOnce: 1_000,
    claims: 0,
    failing: false,
  }
  const answer = <T>(question: string, give: () => T) => {
    asked.push(question)
    return server.failing ? Promise.reject(new Error('no answer')) : Promise.resolve(structuredClone(give()))
  }
  const feed = createChatFeed(feedStore, {
    besides: followInternal,
    listEvents: (of, after) =>
      answer(`page after ${after}`, () => {
        const events = server.log.get(of) ?? []
        return { logId: server.logId, events: events.slice(after), lastSeq: server.claims || events.length }
      }),
    sync: (known, named) =>
      answer('sync', () => {
        const streams = [...server.log].flatMap(([of, events]) => {
          const has = known === null || known === server.logId ? (named[of] ?? 0) : 0
          if (has === events.length) return []
          const reset = has > events.length
          const from = reset ? 0 : has
          return [{ stream: of, lastSeq: events.length, events: events.slice(from, from + server.atOnce), reset }]
        })
        const more = streams.some(({ events, lastSeq }) => events.at(-1)?.seq !== lastSeq)
        return { logId: server.logId, streams, receipts: [], gone: server.gone.splice(0), more }
      }),
  })
  await feed.resume()
  const events = () => disk.streams.get(stream) ?? []
  const texts = () => events().flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))
  return { feed, disk, server, asked, held: () => events().map(({ seq }) => seq), texts }
}

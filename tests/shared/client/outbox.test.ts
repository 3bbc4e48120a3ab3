import { expect, test, vi } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { createOutbox, type OutboxCommand, type OutboxItem } from '#shared/client/outbox.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { aChatId, aClientId, aDisk, vera } from './a-disk.ts'

const noAnswer = () => new ApiError(0, null, 'no answer')
const ended = () => new ApiError(409, refuse('chat-ended', 'This chat has ended.'), 'refused')

test('S8: commands leave in order within a chat, the next when the one before was answered', async () => {
  const { write, outbox, sent, waiting } = anOutbox()
  const [one, two] = [aChatId(), aChatId()]
  for (const text of ['a', 'b', 'c']) write(one, text)
  write(two, 'd')
  await outbox.kick()
  expect(sent.filter((text) => text !== 'd')).toEqual(['a', 'b', 'c'])
  expect(waiting()).toEqual([])
})

test('S8: without an answer it stays, with the same id, and those behind it wait', async () => {
  const { write, outbox, sent, ids, answer, waiting, clock, wakeIn } = anOutbox()
  const chatId = aChatId()
  write(chatId, 'a')
  write(chatId, 'b')
  answer.mockRejectedValueOnce(noAnswer()).mockRejectedValueOnce(new ApiError(503, null, 'overloaded'))
  await outbox.kick()
  expect([sent, waiting()]).toEqual([['a'], ['a', 'b']])
  await outbox.kick()
  expect(sent, 'not before its time').toEqual(['a'])
  clock.pass(wakeIn.mock.lastCall?.[0] ?? 0)
  await outbox.kick()
  clock.pass(wakeIn.mock.lastCall?.[0] ?? 0)
  await outbox.kick()
  expect([sent, waiting()]).toEqual([['a', 'a', 'a', 'b'], []])
  expect(new Set(ids.slice(0, 3)).size).toBe(1)
})

test('S8: while the first waits for its time nobody is woken at once for those behind it', async () => {
  const { write, outbox, answer, wakeIn } = anOutbox()
  const chatId = aChatId()
  write(chatId, 'a')
  write(chatId, 'b')
  answer.mockRejectedValueOnce(noAnswer())
  await outbox.kick()
  await outbox.kick()
  expect(wakeIn.mock.calls.map(([ms]) => ms)).toEqual([375, 375])
})

test('S8: the delay grows to 30 s, and is never shorter than the server asks for', async () => {
  const { write, outbox, answer, clock, wakeIn } = anOutbox()
  write(aChatId(), 'a')
  answer.mockRejectedValue(noAnswer())
  const delays = []
  for (let i = 0; i < 9; i++) {
    await outbox.kick()
    delays.push(wakeIn.mock.lastCall?.[0] ?? 0)
    clock.pass(delays[i] ?? 0)
  }
  expect(delays).toEqual([375, 750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500])
  const slowDown = refuse('too-many-requests', 'Slow down.', { retryAfter: 120 })
  answer.mockRejectedValue(new ApiError(429, slowDown, 'slow down'))
  await outbox.kick()
  expect(wakeIn.mock.lastCall?.[0]).toBe(120_000)
})

test('S8: a refusal comes back to the person with what they typed, and holds up nothing', async () => {
  const { write, outbox, answer, disk, sent } = anOutbox()
  const chatId = aChatId()
  const refused = write(chatId, 'too late')
  write(chatId, 'b')
  answer.mockRejectedValueOnce(ended())
  await outbox.kick()
  expect(disk.outbox).toMatchObject([
    { clientId: refused, command: { text: 'too late' }, refusal: { code: 'chat-ended' } },
  ])
  expect(sent).toEqual(['too late', 'b'])
  await outbox.kick()
  expect(sent, 'not sent again by itself').toHaveLength(2)
  await outbox.retry(refused)
  expect([sent.at(-1), disk.outbox]).toEqual(['too late', []])
})

test.each([
  ['a proxy’s page', new ApiError(404, null, 'not found')],
  ['a lost session', new ApiError(401, refuse('not-signed-in', 'Sign in.'), 'signed out')],
  ['a server error', new ApiError(500, refuse('server-error', 'Broken.'), 'broken')],
])('S8: %s is no refusal: it goes on waiting', async (_, error) => {
  const { write, outbox, answer, disk } = anOutbox()
  write(aChatId(), 'a')
  answer.mockRejectedValueOnce(error)
  await outbox.kick()
  expect(disk.outbox).toMatchObject([{ attempts: 1, refusal: null }])
})

test('S8: what cannot be delivered to the feed is not taken for refused', async () => {
  const { write, outbox, deliver, disk } = anOutbox()
  write(aChatId(), 'a')
  deliver.mockRejectedValueOnce(new ApiError(404, refuse('not-found', 'There is no such stream.'), 'gone'))
  await outbox.kick()
  expect(disk.outbox).toMatchObject([{ attempts: 1, refusal: null }])
})

test('S8: it is removed only after its events are stored', async () => {
  const { write, outbox, deliver, disk } = anOutbox()
  write(aChatId(), 'a')
  deliver.mockImplementationOnce(async () => {
    expect(disk.outbox).toHaveLength(1)
  })
  await outbox.kick()
  expect(deliver).toHaveBeenCalledOnce()
  expect(disk.outbox).toEqual([])
})

test('S8: its own event, by whatever way it comes, ends it; what was discarded is not sent any more', async () => {
  const { write, outbox, answer, sent, disk } = anOutbox()
  const chatId = aChatId()
  write(chatId, 'a')
  const [second, third] = [write(chatId, 'b'), write(chatId, 'c')]
  answer.mockImplementationOnce(async (item) => {
    await outbox.discard(second)
    await outbox.confirm([{ ...eventOf(item), clientId: third }])
    return { logId: 'first', events: [eventOf(item)], lastSeq: 1 }
  })
  await outbox.kick()
  expect([sent, disk.outbox]).toEqual([['a'], []])
})

test('S8: what is written while others are on their way is not forgotten', async () => {
  const { write, outbox, sent, parts } = anOutbox()
  const chatId = aChatId()
  write(chatId, 'a')
  // Written just after the outbox looked for the last time, and before it says that it has finished.
  parts.wakeIn.mockImplementationOnce(() => {})
  const store = parts.store
  const all = store.all
  let looks = 0
  store.all = async () => {
    const items = await all()
    if (items.length === 0 && ++looks === 2) {
      write(chatId, 'late')
      void outbox.kick()
    }
    return items
  }
  await outbox.kick()
  expect(sent).toEqual(['a', 'late'])
})

test('S8: behind a start that was refused its messages wait', async () => {
  const { write, outbox, answer, sent } = anOutbox()
  const chatId = aChatId()
  const asking = { operation: 'startChat', page: { url: 'https://shop.example/', title: '' }, language: 'en' } as const
  const started = write(chatId, asking)
  write(chatId, 'a')
  answer.mockRejectedValueOnce(new ApiError(403, refuse('forbidden', 'Not from here.'), 'refused'))
  await outbox.kick()
  expect(sent).toEqual(['startChat'])
  await outbox.retry(started)
  expect(sent).toEqual(['startChat', 'startChat', 'a'])
})

const eventOf = ({ chatId, clientId }: OutboxItem) => ({
  stream: chatStream(chatId),
  seq: 1,
  at: 1,
  actor: vera,
  clientId,
  event: { type: 'message-sent', text: '' } as const,
})

/** An outbox on a client's disk; the server says yes unless told otherwise, and chance gives the middle of each delay. */
function anOutbox() {
  const { disk, outboxStore } = aDisk()
  const sent: string[] = []
  const ids: string[] = []
  let time = 1_790_000_000_000
  const answer = vi.fn(
    async (item: OutboxItem): Promise<CommandAnswer> => ({ logId: 'first', events: [eventOf(item)], lastSeq: 1 }),
  )
  const deliver = vi.fn(async () => {})
  const wakeIn = vi.fn<(ms: number) => void>()
  const send = (item: OutboxItem) => {
    ids.push(item.clientId)
    sent.push('text' in item.command ? item.command.text : item.command.operation)
    return answer(item)
  }
  const parts = { store: outboxStore, send, deliver, wakeIn, now: () => time, random: () => 0.5 }
  const outbox = createOutbox(parts)
  const write = (chatId: OutboxItem['chatId'], what: string | OutboxCommand) => {
    const clientId = aClientId()
    const command: OutboxCommand = typeof what === 'string' ? { operation: 'sendMessage', text: what } : what
    const fresh = { createdAt: time, order: ++disk.lastOrder, attempts: 0, nextTryAt: 0, refusal: null }
    disk.outbox = [...disk.outbox, { clientId, chatId, command, ...fresh }]
    return clientId
  }
  const clock = {
    pass: (ms: number) => {
      time += ms
    },
  }
  const waiting = () => disk.outbox.map(({ command }) => ('text' in command ? command.text : command.operation))
  return { outbox, parts, write, sent, ids, answer, deliver, wakeIn, waiting, disk, clock }
}

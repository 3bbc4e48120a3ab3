import { expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import { type LogEntry, logEntries } from '../../../extension/features/conversation/log-entries.ts'
import { aChat, anAccount, type ChatStory } from '../../support/desk-data.ts'

const account = anAccount()
const me: Actor = { kind: 'agent', ...account.agent }
const noon = new Date(2026, 10, 20, 12).getTime()
const minute = 60_000

/** Each entry in a word: `day`, the fact's type, or who wrote what. */
const told = (chat: ChatStory) => {
  const { events, outbox, receipts } = chat.rows()
  return logEntries({ events, outbox, receipts, me }).map(inAWord)
}
const inAWord = (entry: LogEntry) =>
  entry.kind === 'day'
    ? 'day'
    : entry.kind === 'fact'
      ? entry.event.event.type
      : `${entry.author.name}: ${entry.messages.map(({ text }) => text).join(', ')}`

const chatAtNoon = (lasts = 24 * 60 * minute) => aChat({ account, now: noon + lasts, ago: lasts })

test('A24: what one person writes within five minutes stands together', () => {
  const chat = chatAtNoon()
    .at(noon)
    .says('one')
    .at(noon + 4 * minute)
    .says('two')
    .at(noon + 10 * minute)
    .says('three')
  expect(told(chat)).toEqual(['day', 'chat-requested', 'Ben Okoye: one, two', 'Ben Okoye: three'])
})

test('A24: a new day has its heading, and parts what was written in a row', () => {
  const midnight = new Date(2026, 10, 21).getTime()
  const chat = chatAtNoon()
    .at(midnight - minute)
    .says('late')
    .at(midnight + minute)
    .says('early')
  expect(told(chat)).toEqual(['day', 'chat-requested', 'Ben Okoye: late', 'day', 'Ben Okoye: early'])
})

test('S8: what waits in the outbox is last, in its order, and not told twice', () => {
  const chat = chatAtNoon(minute).accepted().answers('arrived').unsent('first').unsent('second')
  expect(told(chat).at(-1)).toBe('Ana Silva: arrived, first, second')
  const { events, receipts, outbox } = chat.rows()
  const arrived = outbox.slice(0, 1).map((item) => ({ ...item, clientId: events.at(-1)?.clientId ?? item.clientId }))
  const entries = logEntries({ events, receipts, outbox: arrived, me })
  expect(entries.map(inAWord).at(-1)).toBe('Ana Silva: arrived')
})

test('W27: only the visitor decides how far a message is, not a colleague', () => {
  const chat = chatAtNoon().accepted().answers('hello')
  const { events, outbox } = chat.rows()
  const [first] = chat.visitorHas(3).rows().receipts
  const state = (kind: 'visitor' | 'agent') => {
    const last = logEntries({ events, outbox, receipts: first ? [{ ...first, kind }] : [], me }).at(-1)
    return last?.kind === 'messages' ? last.messages[0]?.state : undefined
  }
  expect([state('agent'), state('visitor')]).toEqual(['sent', 'read'])
})

test('W27: a message keeps its key while it is sent and when it has come back', () => {
  const chat = chatAtNoon().accepted().unsent('hello')
  const { events, receipts, outbox } = chat.rows()
  const waiting = logEntries({ events, receipts, outbox, me }).at(-1)
  const clientId = outbox[0]?.clientId ?? null
  const stored = chat
    .answers('hello')
    .rows()
    .events.map((event, i, all) => (i === all.length - 1 ? { ...event, clientId } : event))
  const there = logEntries({ events: stored, receipts, outbox: [], me }).at(-1)
  const keyOf = (entry: LogEntry | undefined) => (entry?.kind === 'messages' ? entry.messages[0]?.key : undefined)
  expect(keyOf(there)).toBe(keyOf(waiting))
  expect(keyOf(there)).toBe(clientId)
})

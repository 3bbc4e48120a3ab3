import { describe, expect, it } from 'vitest'
import type { OutboxItem } from '#shared/client/outbox.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import { type Message, timeline } from '../../widget/chat/timeline.ts'

const visitor = { kind: 'visitor', id: 'v', name: 'Vera' }
const agent = { kind: 'agent', id: 'a', name: 'Ana' }
const said = (seq: number, actor: object, text: string, at = seq * 1000) =>
  ({
    stream: 'chat:x',
    seq,
    at,
    actor,
    clientId: `c${seq}`,
    event: { type: 'message-sent', text },
  }) as unknown as StoredEvent
const waits = (clientId: string, text: string, more: Partial<OutboxItem> = {}) =>
  ({
    clientId,
    chatId: 'x',
    command: { operation: 'sendMessage', text },
    createdAt: 9000,
    order: 1,
    attempts: 0,
    nextTryAt: 0,
    refusal: null,
    ...more,
  }) as unknown as OutboxItem
const messages = (events: StoredEvent[], pending: OutboxItem[] = [], receipts: Receipt[] = []) =>
  timeline(events, pending, receipts, () => 'today').filter((entry): entry is Message => entry.kind === 'message')

describe('W27: the state of every message', () => {
  const receipt = (delivered: number, read: number) =>
    ({ chatId: 'x', actorId: 'a', kind: 'agent', delivered, read }) as unknown as Receipt
  it('rises from sent over delivered to read', () => {
    const events = [said(1, visitor, 'one'), said(2, visitor, 'two'), said(3, visitor, 'three')]
    expect(messages(events, [], [receipt(2, 1)]).map(({ state }) => state)).toEqual(['read', 'delivered', 'sent'])
    expect(messages([said(1, agent, 'hello')])[0]?.state).toBeNull()
  })
  it('is sending, then not sent after two failures or a refusal, with the reason', () => {
    const refusal = { code: 'chat-ended', message: 'It has ended.' } as const
    const shown = messages([], [waits('p', 'a'), waits('q', 'b', { attempts: 2 }), waits('r', 'c', { refusal })])
    expect(shown.map(({ state, reason }) => [state, reason])).toEqual([
      ['sending', null],
      ['not-sent', null],
      ['not-sent', 'It has ended.'],
    ])
  })
  it('shows a message once, while its event and its outbox item overlap', () => {
    expect(
      messages([said(1, visitor, 'one')], [waits('c1', 'one'), waits('c2', 'two')]).map(({ text }) => text),
    ).toEqual(['one', 'two'])
  })
})

it('tells day, joining and end between the messages, and who and when once in a row', () => {
  const joined = {
    ...said(2, agent, ''),
    event: { type: 'chat-accepted', agent: { id: 'a', name: 'Ana' } },
  } as unknown as StoredEvent
  const ended = { ...said(6, agent, ''), event: { type: 'chat-ended', outcome: 'completed' } } as unknown as StoredEvent
  const day = (at: number) => (at < 4000 ? 'Monday' : 'Tuesday')
  const entries = timeline(
    [said(1, visitor, 'a'), joined, said(3, agent, 'b'), said(4, agent, 'c'), said(5, agent, 'd'), ended],
    [],
    [],
    day,
  )
  expect(entries.map((entry) => (entry.kind === 'message' ? entry.text : entry.kind))).toEqual([
    'day',
    'a',
    'joined',
    'b',
    'day',
    'c',
    'd',
    'ended',
  ])
  const shown = entries.filter((entry) => entry.kind === 'message')
  expect(shown.map(({ first, last }) => [first, last])).toEqual([
    [true, true],
    [true, true],
    [true, false],
    [false, true],
  ])
})

it('W23: tells what happens instead of an answer, and shows a message that was left as one’s own', () => {
  const happened = (seq: number, event: object, by: object = visitor) =>
    ({ ...said(seq, by, ''), event }) as unknown as StoredEvent
  const entries = timeline(
    [
      happened(1, { type: 'chat-requested' }),
      happened(2, { type: 'fallback-announced', reason: 'gave-up', options: [] }),
      happened(3, { type: 'message-left', email: 'v@example.com', text: 'Call on Monday' }),
      happened(4, { type: 'chat-ended', outcome: 'missed', reason: 'message-left' }),
      happened(5, { type: 'answer-mailed', text: 'We will' }, agent),
    ],
    [],
    [],
    () => 'today',
  )
  const shown = entries.map((entry) => {
    if (entry.kind === 'told') return entry.stored.event.type
    return entry.kind === 'message' ? [entry.mine, entry.text] : entry.kind
  })
  expect(shown).toEqual([
    'day',
    'fallback-announced',
    'message-left',
    [true, 'Call on Monday'],
    'chat-ended',
    'answer-mailed',
    [false, 'We will'],
  ])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
})

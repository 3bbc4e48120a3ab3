import { type MessageState, pendingState, storedState } from '#shared/client/message-state.ts'
import type { OutboxItem } from '#shared/client/outbox.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import { cameIn } from './agents-in.ts'

export type Entry =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'joined' | 'ended'; readonly key: string; readonly name: string }
  /** What is told in the words that come with waiting. */
  | { readonly kind: 'told'; readonly key: string; readonly stored: StoredEvent }
  | Message

export interface Message {
  readonly kind: 'message'
  readonly key: string
  readonly mine: boolean
  readonly name: string
  readonly text: string
  readonly at: number
  /** State of one's own; null for an agent's. */
  readonly state: MessageState | null
  /** Why the server said no. */
  readonly reason: string | null
  readonly clientId: ClientId | null
  /** First and last of what one person wrote in a row: who and when are told once. */
  readonly first: boolean
  readonly last: boolean
}

/** The day of a time (ms since 1970) where the visitor is. */
export const dayHere = (at: number) => new Date(at).toDateString()

/**
 * What the log shows, top to bottom: what the server has, then what still waits to be sent.
 * @param dayOf the day of a time (ms since 1970) where the visitor is
 */
export function timeline(
  events: readonly StoredEvent[],
  pending: readonly OutboxItem[],
  others: readonly Receipt[],
  dayOf: (at: number) => string,
): Entry[] {
  const entries: Entry[] = []
  let day = ''
  const add = (at: number, entry: Entry) => {
    const today = dayOf(at)
    if (today !== day) entries.push({ kind: 'day', key: today, at })
    day = today
    entries.push(entry)
  }
  const stored = new Set<string | null>()
  for (const event of events) {
    stored.add(event.clientId)
    for (const entry of entriesOf(event, others)) add(event.at, entry)
  }
  for (const item of pending)
    if (item.command.operation === 'sendMessage' && !stored.has(item.clientId))
      add(item.createdAt, waiting(item, item.command.text))
  return entries.map((entry, index) => grouped(entry, entries[index - 1], entries[index + 1]))
}

const alone = { first: true, last: true } as const

function entriesOf(stored: StoredEvent, others: readonly Receipt[]): Entry[] {
  const { seq, at, actor, clientId, event } = stored
  const key = `${seq}`
  const mine = actor.kind === 'visitor'
  if (event.type === 'chat-requested' && !event.description) return []
  if (cameIn(event)) return [{ kind: 'joined', key, name: event.agent.name }]
  if (event.type === 'chat-ended' && !event.reason)
    return [{ kind: 'ended', key, name: actor.kind === 'agent' ? actor.name : '' }]
  const told: Entry[] = event.type === 'message-sent' ? [] : [{ kind: 'told', key: `told ${key}`, stored }]
  if (!('text' in event)) return told
  const state = mine ? storedState(seq, others) : null
  const rest = { text: event.text, at, state, reason: null, clientId, ...alone }
  return [...told, { kind: 'message', key: clientId ?? key, mine, name: actor.name, ...rest }]
}

const waiting = (item: OutboxItem, text: string): Message => ({
  kind: 'message',
  key: item.clientId,
  mine: true,
  name: '',
  text,
  at: item.createdAt,
  state: pendingState(item),
  reason: item.refusal?.message ?? null,
  clientId: item.clientId,
  ...alone,
})

const within = 5 * 60_000

function grouped(entry: Entry, before: Entry | undefined, after: Entry | undefined): Entry {
  if (entry.kind !== 'message') return entry
  const sameAs = (other: Entry | undefined): other is Message =>
    other?.kind === 'message' &&
    other.mine === entry.mine &&
    (entry.mine || other.name === entry.name) &&
    Math.abs(other.at - entry.at) < within
  return { ...entry, first: !sameAs(before), last: !(sameAs(after) && after.state === entry.state) }
}

import { type MessageState, pendingState, storedState } from '#shared/client/message-state.ts'
import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { isStart, type Start } from '../../core/begun-chats.ts'
import type { EventRow, OutboxRow, ReceiptRow } from '../../core/db.ts'
import { startOfDay } from '../../i18n/times.ts'

export interface LogMessage {
  /** The client id where there is one: the same while it is sent and when it has come back. */
  readonly key: string
  readonly at: number
  readonly text: string
  /** Of one's own messages; null for those of others. */
  readonly state: MessageState | null
  /** Set while it waits in the outbox. */
  readonly waits: OutboxRow | null
}

export type LogEntry =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'fact'; readonly key: string; readonly event: EventRow }
  | {
      readonly kind: 'messages'
      readonly key: string
      readonly author: Actor
      readonly messages: readonly LogMessage[]
    }

interface Parts {
  /** Of the public stream, oldest first. */
  readonly events: readonly EventRow[]
  /** What this account still has to send in this chat, in its order. */
  readonly outbox: readonly OutboxRow[]
  readonly receipts: readonly ReceiptRow[]
  readonly me: Actor
  /** Then the colleague's receipts tell how far one's own messages came, else the visitor's. */
  readonly betweenColleagues?: boolean
}

/** A chat as it is read: days, facts, and the messages that one person wrote in a row. Pure. */
export function logEntries({ events, outbox, receipts, me, betweenColleagues }: Parts): LogEntry[] {
  const entries: LogEntry[] = []
  const fromOthers = receipts.filter(({ kind, actorId }) =>
    betweenColleagues ? actorId !== me.id : kind === 'visitor',
  )
  let day = Number.NaN

  const beginDay = (at: number) => {
    const start = startOfDay(at)
    if (start === day) return
    day = start
    entries.push({ kind: 'day', key: `day-${start}`, at: start })
  }
  const say = (author: Actor, message: LogMessage) => {
    beginDay(message.at)
    const last = entries.at(-1)
    if (last?.kind === 'messages' && continues(last.author, last.messages, author, message))
      entries[entries.length - 1] = { ...last, messages: [...last.messages, message] }
    else entries.push({ kind: 'messages', key: message.key, author, messages: [message] })
  }

  for (const event of events) {
    if (event.event.type === 'message-sent') {
      const state = event.actor.id === me.id ? storedState(event.seq, fromOthers) : null
      say(event.actor, {
        key: event.clientId ?? `seq-${event.seq}`,
        at: event.at,
        text: event.event.text,
        state,
        waits: null,
      })
    } else {
      beginDay(event.at)
      entries.push({ kind: 'fact', key: `seq-${event.seq}`, event })
    }
  }
  for (const item of stillToSend(outbox, events)) {
    say(me, { key: item.clientId, at: item.createdAt, text: item.command.text, state: pendingState(item), waits: item })
  }
  return entries
}

type Unsent = Start | (OutboxRow & { readonly command: { readonly operation: 'sendMessage' } })

/** An item whose event is there already is about to leave the outbox: shown once. */
function stillToSend(outbox: readonly OutboxRow[], events: readonly EventRow[]): Unsent[] {
  const arrived = new Set(events.map((event) => event.clientId))
  return outbox.filter(
    (item): item is Unsent =>
      (item.command.operation === 'sendMessage' || isStart(item)) && !arrived.has(item.clientId),
  )
}

const together = 5 * 60_000

const continues = (author: Actor, messages: readonly LogMessage[], next: Actor, message: LogMessage) =>
  author.id === next.id && message.at - (messages.at(-1)?.at ?? 0) < together

/** Whether an actor is this account's agent. */
export const isMe = (actor: { readonly id: ActorId }, me: { readonly id: ActorId }): boolean => actor.id === me.id

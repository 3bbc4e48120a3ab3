import type { Transaction } from 'kysely'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ClientId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import { applyEvent } from '#shared/domain/chat/apply-event.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { erasedEvent } from '#shared/domain/chat/erase.ts'
import { decideChat } from '../domain/chats/decide-chat.ts'
import { isEmpty } from '../domain/chats/decision.ts'
import type { Database } from '../store/database.ts'
import { inOneFlight } from '../store/in-one-flight.ts'
import type { Tables } from '../store/tables.ts'
import { type Write, writeTogether } from '../store/write-together.ts'
import { type AnswerRange, findAnswer, readAnswer } from './answers.ts'
import { eraseBodies } from './erase-bodies.ts'
import { chatIn, lockStream, raiseStream, saveState } from './lock-stream.ts'
import { projectAlarm } from './project-alarm.ts'
import { projectChat } from './project-chat.ts'
import { projectOffers } from './project-offers.ts'
import { lastTimeIn, storeEvents } from './stored-events.ts'

/** What one command appended to one chat. `chat` and `before` are the chat with and without it. */
export interface Appended {
  readonly events: readonly StoredEvent[]
  readonly lastSeq: number
  readonly before: Chat | undefined
  readonly chat: Chat | undefined
  readonly repeated: boolean
}

export interface AppendParts {
  readonly db: Database
  readonly now: () => number
  /** What notes, in the same transaction, which reactions the events are due for (S11). */
  readonly noteDue: (tx: Transaction<Tables>, events: readonly StoredEvent[]) => Write[]
}

/** The one door for events of chats: lock, look the command up, decide, number, store, in one transaction (S1–S3). */
export type Append = (
  command: ChatCommand,
  actor: Actor,
  clientId: ClientId,
  guard?: Guard,
) => Promise<Appended | { readonly refusal: Refusal }>

/** What must hold besides the chat itself; asked under its lock, before anything is stored. Gives the refusal if it does not. */
export type Guard = (tx: Transaction<Tables>) => Promise<Refusal | null>

export const createAppend =
  ({ db, now, noteDue }: AppendParts): Append =>
  (command, actor, clientId, guard) =>
    db.query.transaction().execute(async (tx) => {
      const stream = chatStream(command.chatId)
      const { lastSeq, before, answered } = await lockAndFind(tx, stream, actor.id, clientId)
      if (answered !== null)
        return { events: await readAnswer(tx, answered), lastSeq, before, chat: before, repeated: true }

      // Never before what already happened, should this machine's clock be set back or another's be ahead.
      const time = Math.max(now(), before?.lastEventAt ?? 0)
      const decision = decideChat(before, command, actor, time)
      const refusal = 'refusal' in decision ? decision.refusal : isEmpty(decision) ? null : await guard?.(tx)
      if (refusal || 'refusal' in decision) {
        // The lock of a chat that was never begun must leave nothing behind.
        if (!before) await tx.deleteFrom('stream').where('id', '=', stream).execute()
        return 'refusal' in decision ? decision : { refusal: refusal as Refusal }
      }

      const internalTime = decision.internal.length ? await lastTimeIn(tx, internalStream(command.chatId)) : 0
      const at = Math.max(time, internalTime)
      const numbered = (target: StreamId, from: number, decided: readonly ChatEvent[]): StoredEvent[] =>
        decided.map((event, i) => ({ stream: target, seq: from + i + 1, at, actor, clientId, event }))
      const shown = numbered(stream, lastSeq, decision.shown)
      const internal = decision.internal.length
        ? numbered(
            ...(await raiseStream(tx, internalStream(command.chatId), decision.internal.length)),
            decision.internal,
          )
        : []
      const events = [...shown, ...internal]
      const chat = events.reduce<Chat | undefined>(applyEvent, before)

      const answer = JSON.stringify(rangesOf(events))
      await writeTogether(tx, db.kind, [
        saveState(tx, stream, lastSeq + shown.length, chat),
        tx.insertInto('command').values({ stream, actor_id: actor.id, client_id: clientId, answer }),
        ...(events.length ? [storeEvents(tx, events)] : []),
        ...(chat && events.length ? projectChat(tx, before, chat) : []),
        ...noteDue(tx, events),
      ])
      if (chat && events.length) {
        await projectOffers(tx, db.kind, before, chat, at)
        await projectAlarm(tx, before, chat, at)
      }
      // A repeat reads them as they are stored.
      if (chat?.erased && !before?.erased) {
        await eraseBodies(tx, command.chatId)
        return { events: events.map(erasedEvent), lastSeq: lastSeq + shown.length, before, chat, repeated: false }
      }
      return { events, lastSeq: lastSeq + shown.length, before, chat, repeated: false }
    })

async function lockAndFind(tx: Transaction<Tables>, stream: StreamId, actorId: ActorId, clientId: ClientId) {
  const lock = lockStream(tx, stream).compile()
  const [[row], [known]] = await inOneFlight(tx, lock, findAnswer(tx, stream, actorId, clientId).compile())
  if (!row) throw new Error(`The row of ${stream} could be neither found nor made.`)
  return { lastSeq: row.last_seq, before: chatIn(row), answered: known?.answer ?? null }
}

const rangesOf = (events: readonly StoredEvent[]): AnswerRange[] =>
  [...Map.groupBy(events, (event) => event.stream)].map(([stream, own]) => [
    stream,
    own[0]?.seq ?? 0,
    own.at(-1)?.seq ?? 0,
  ])

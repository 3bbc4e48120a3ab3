import { expect } from 'vitest'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatOf, chatStream, internalStream, isInternal, type StreamId } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { readEvents } from '../../server/log/stored-events.ts'
import type { Database } from '../../server/store/database.ts'
import { type ClientStorage, isFollowed } from './client-storage.ts'
import type { Typed } from './people.ts'

export interface Outcome {
  readonly db: Database
  readonly logId: string
  readonly disks: readonly ClientStorage[]
  readonly typed: readonly Typed[]
  /** Texts that a restored backup does not have, though they had been acknowledged: nobody but the operator can bring them back. */
  readonly lostWithTheOldLog: ReadonlySet<string>
}

type LogOf = ReadonlyMap<StreamId, readonly StoredEvent[]>

/** Every client equals the log, every message is there exactly once, in its author's order, and nobody's text is lost. */
export async function judge(outcome: Outcome): Promise<void> {
  const { db, logId, disks, typed, lostWithTheOldLog } = outcome
  const log = await wholeLog(db)
  for (const [stream, events] of log) expect(numbers(events), stream).toEqual(events.map((_, i) => i + 1))
  for (const disk of disks) {
    expect(disk.logId, `${disk.me.name} knows the log`).toBe(logId)
    equalsTheLog(disk, log)
  }
  everyTextOnce(log, disks, typed, lostWithTheOldLog)
  for (const disk of disks)
    inOrder(
      log,
      typed.filter((one) => one.disk === disk),
    )
}

async function wholeLog({ query }: Database): Promise<LogOf> {
  const rows = await query.selectFrom('stream').select(['id', 'last_seq']).execute()
  const log = new Map<StreamId, readonly StoredEvent[]>()
  for (const { id, last_seq } of rows) {
    const events = await readEvents(query, id as StreamId, 0)
    expect(events.length, `last number of ${id}`).toBe(last_seq)
    log.set(id as StreamId, events)
  }
  return log
}

function equalsTheLog(disk: ClientStorage, log: LogOf) {
  const who = `copy of ${disk.me.name}`
  const chats = [...new Set([...log.keys()].map(chatOf))]
  for (const id of chats) {
    const [shown, internal] = [log.get(chatStream(id)) ?? [], log.get(internalStream(id)) ?? []]
    const [hasShown, hasInternal] = [disk.streams.get(chatStream(id)) ?? [], disk.streams.get(internalStream(id)) ?? []]
    if (mustHave(disk, id, shown))
      expect([hasShown, hasInternal], who).toEqual([shown, disk.me.kind === 'agent' ? internal : []])
    else if (disk.me.kind === 'visitor') expect([hasShown, hasInternal], who).toEqual([[], []])
    // Of chats that are no longer theirs, agents have what they were told: a beginning without holes.
    else
      expect([hasShown, hasInternal], who).toEqual([
        shown.slice(0, hasShown.length),
        internal.slice(0, hasInternal.length),
      ])
    expect(disk.chats.get(id), `${who}: state`).toEqual(foldChat(hasShown, hasInternal))
  }
  for (const stream of disk.streams.keys()) {
    expect(log.has(stream), `${who}: ${stream} exists`).toBe(true)
    expect(disk.me.kind === 'visitor' && isInternal(stream), `${who}: ${stream} is for agents alone`).toBe(false)
  }
}

function mustHave({ me }: ClientStorage, id: ChatId, shown: readonly StoredEvent[]): boolean {
  const chat = foldChat(shown)
  if (!chat) throw new Error(`The log has a chat ${id} that never began.`)
  return me.kind === 'visitor' ? chat.visitor.id === me.id : isFollowed(me, chat)
}

function everyTextOnce(
  log: LogOf,
  disks: readonly ClientStorage[],
  typed: readonly Typed[],
  lost: ReadonlySet<string>,
) {
  const stored = new Map<string, number>()
  for (const text of textsOf([...log.values()].flat())) stored.set(text, (stored.get(text) ?? 0) + 1)
  for (const disk of disks)
    for (const item of disk.outbox)
      expect(item.refusal, `still waits at ${disk.me.name}: ${JSON.stringify(item)}`).not.toBeNull()
  const kept = new Set(
    disks.flatMap(({ outbox }) => outbox.map(({ command }) => ('text' in command ? command.text : ''))),
  )
  for (const { text } of typed) {
    const times = stored.get(text) ?? 0
    expect(times, `"${text}" in the log`).toBeLessThanOrEqual(1)
    if (times === 0 && !lost.has(text)) expect(kept.has(text), `"${text}" kept with its refusal`).toBe(true)
    if (times === 1) expect(kept.has(text), `"${text}" is sent and no longer in the outbox`).toBe(false)
  }
}

function inOrder(log: LogOf, own: readonly Typed[]) {
  const place = new Map(own.map(({ text }, i) => [text, i]))
  for (const events of log.values()) {
    const places = textsOf(events).flatMap((text) => place.get(text) ?? [])
    expect(places, 'order of an author').toEqual(places.toSorted((a, b) => a - b))
  }
}

export const textsOf = (events: readonly StoredEvent[]) =>
  events.flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))

const numbers = (events: readonly StoredEvent[]) => events.map(({ seq }) => seq)

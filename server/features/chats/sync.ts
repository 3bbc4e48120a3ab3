import type { Actor } from '#shared/contract/actors.ts'
import type { StreamUpdate, SyncAnswer } from '#shared/contract/api.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { chatOf, chatStream, internalStream, isInternal, type StreamId } from '#shared/contract/streams.ts'
import { maySeeStream } from '../../domain/chats/may-see.ts'
import { readEvents } from '../../log/stored-events.ts'
import type { Database } from '../../store/database.ts'
import type { ChatQueries } from './queries.ts'

interface SyncParts {
  readonly db: Database
  readonly logId: string
  readonly queries: ChatQueries
}

/** Resuming in one request: what a client has in, what it misses out (S6, S7). Shown streams come before internal ones. */
export function createSync({ db, logId, queries }: SyncParts) {
  return async (knownLogId: string | null, known: Record<string, number>, actor: Actor): Promise<SyncAnswer> => {
    // Another log: nothing of what the client has counts.
    const foreign = knownLogId !== null && knownLogId !== logId
    const held = (foreign ? {} : known) as Record<StreamId, number>
    const { visible, gone } = await sift(Object.keys(held) as StreamId[], actor)
    const lastSeqs = await queries.lastSeqs(visible)
    const missing = visible.filter((stream) => (held[stream] ?? 0) !== (lastSeqs.get(stream) ?? 0))

    const streams: StreamUpdate[] = []
    let room: number = limits.eventsPerSync
    for (const stream of missing) {
      if (room <= 0) break
      const lastSeq = lastSeqs.get(stream) ?? 0
      const has = held[stream] ?? 0
      const reset = has > lastSeq
      const events = await readEvents(db.query, stream, reset ? 0 : has, { upTo: lastSeq, limit: room })
      room -= events.length
      streams.push({ stream, lastSeq, events, reset })
    }
    const whole = streams.length === missing.length && streams.every(isWhole)
    return { logId, streams, receipts: await queries.receipts([...new Set(visible.map(chatOf))]), gone, more: !whole }
  }

  /** The streams this actor follows and the named ones they may see; and the named ones they may not. */
  async function sift(named: readonly StreamId[], actor: Actor) {
    const followed = new Set(streamsOf(await chatsFollowedBy(actor), actor))
    const others = named.filter((stream) => !followed.has(stream))
    const allowed = await Promise.all(
      others.map(async (stream) => {
        const chat = await queries.chat(chatOf(stream))
        return chat !== undefined && maySeeStream(actor, chat, stream)
      }),
    )
    const seen = [...followed, ...others.filter((_, i) => allowed[i])]
    return {
      visible: [...seen.filter((stream) => !isInternal(stream)), ...seen.filter(isInternal)],
      gone: others.filter((_, i) => !allowed[i]),
    }
  }

  function chatsFollowedBy(actor: Actor) {
    return actor.kind === 'agent' ? queries.idsForAgent(actor.id) : queries.idsOfVisitor(actor.id)
  }
}

const streamsOf = (chats: readonly ChatId[], actor: Actor) =>
  chats.flatMap((id) => (actor.kind === 'agent' ? [chatStream(id), internalStream(id)] : [chatStream(id)]))

/** An update that brings its stream up to date, with nothing left to ask for. */
const isWhole = ({ events, lastSeq }: StreamUpdate) =>
  events.at(-1)?.seq === lastSeq || (events.length === 0 && lastSeq === 0)

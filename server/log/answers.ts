import type { Transaction } from 'kysely'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ClientId } from '#shared/contract/ids.ts'
import type { StreamId } from '#shared/contract/streams.ts'
import type { Tables } from '../store/tables.ts'
import { readEvents } from './stored-events.ts'

/** Stream, first and last number of the events that answered a command. */
export type AnswerRange = readonly [stream: StreamId, from: number, to: number]

/** Which events answered this command when it first came. Asked under the stream's lock, by a statement begun under it (S2). */
export const findAnswer = (tx: Transaction<Tables>, stream: StreamId, actorId: ActorId, clientId: ClientId) =>
  tx
    .selectFrom('command')
    .select('answer')
    .where('stream', '=', stream)
    .where('actor_id', '=', actorId)
    .where('client_id', '=', clientId)

export async function readAnswer(tx: Transaction<Tables>, answer: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (const [of, from, to] of JSON.parse(answer) as AnswerRange[])
    events.push(...(await readEvents(tx, of, from - 1, { upTo: to })))
  return events
}

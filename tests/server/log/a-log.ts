import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import { type ActorId, type ChatId, type ClientId, everyone } from '#shared/contract/ids.ts'
import type { Appended } from '../../../server/log/append.ts'
import { createLog, type Log } from '../../../server/log/log.ts'
import type { Reaction } from '../../../server/log/react.ts'
import type { Database } from '../../../server/store/database.ts'

export const aVisitor = (name = 'Vera'): Actor => ({ kind: 'visitor', id: randomUUID() as ActorId, name })
export const anAgent = (name = 'Ada'): Actor => ({ kind: 'agent', id: randomUUID() as ActorId, name })
export const aChatId = () => randomUUID() as ChatId
export const aClientId = () => randomUUID() as ClientId

export const start = (chatId: ChatId): ChatCommand => ({
  type: 'start-chat',
  chatId,
  page: { url: 'https://shop.example/', title: 'Shop' },
  language: 'en',
})
export const say = (chatId: ChatId, text: string): ChatCommand => ({ type: 'send-message', chatId, text })
export const accept = (chatId: ChatId): ChatCommand => ({ type: 'accept-chat', chatId })
/** A chat that an agent begins with a visitor, who is asked first. */
export const propose = (chatId: ChatId, { id, name }: Actor): ChatCommand => ({
  type: 'propose-chat',
  chatId,
  visitor: { id, name },
  page: { url: 'https://shop.example/', title: 'Shop' },
  language: 'en',
  group: { id: everyone, name: 'Everyone' },
  asked: true,
  text: 'May I help you?',
})
export const decline = (chatId: ChatId): ChatCommand => ({ type: 'decline-chat', chatId })
export const end = (chatId: ChatId): ChatCommand => ({ type: 'end-chat', chatId })

export interface LogOptions {
  readonly reactions?: readonly Reaction[]
  readonly now?: () => number
  readonly onError?: (reaction: string, error: unknown) => void
}

/** The real log on an open database; a reaction that fails unexpectedly fails the test. */
export const aLog = (db: Database, options: LogOptions = {}): Log =>
  createLog({
    db,
    reactions: options.reactions ?? [],
    now: options.now ?? Date.now,
    onError:
      options.onError ??
      ((reaction, error) => {
        throw new Error(`The reaction ${reaction} failed.`, { cause: error })
      }),
  })

/** Appends, and fails when it is refused. */
export async function carryOut(
  log: Log,
  command: ChatCommand,
  actor: Actor,
  clientId = aClientId(),
): Promise<Appended> {
  const appended = await log.append(command, actor, clientId)
  if ('refusal' in appended) throw new Error(`Refused: ${appended.refusal.message}`)
  return appended
}

/** A chat that a visitor began and an agent took, with everybody in it. */
export async function anActiveChat(log: Log, visitor = aVisitor(), agent = anAgent()) {
  const chatId = aChatId()
  await carryOut(log, start(chatId), visitor)
  await carryOut(log, accept(chatId), agent)
  return { chatId, visitor, agent }
}

const tables = [
  'stream',
  'event',
  'command',
  'reaction_due',
  'chat',
  'chat_agent',
  'receipt',
  'agent',
  'visitor',
  'session',
  'setting',
  'timer',
] as const

/** Number of rows in every table. */
export async function countRows({ query }: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const row = await query
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(row.rows)
  }
  return counts
}

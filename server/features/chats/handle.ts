import type { Actor } from '#shared/contract/actors.ts'
import type { Api, CommandAnswer } from '#shared/contract/api.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import type { InputOf, ResponseOf } from '#shared/contract/route.ts'
import { chatOf } from '#shared/contract/streams.ts'
import { maySeeStream } from '../../domain/chats/may-see.ts'
import { Refused, refused } from '../../domain/refused.ts'
import type { Guard } from '../../log/append.ts'
import type { Log } from '../../log/log.ts'
import { readEvents } from '../../log/stored-events.ts'
import type { Database } from '../../store/database.ts'
import type { Groups } from '../groups/groups.ts'
import { createGroupRules } from './group-rules.ts'
import { type ChatQueries, listedOf } from './queries.ts'
import type { Receipts } from './receipts.ts'
import { createSync } from './sync.ts'
import type { Typing } from './typing.ts'
import { createWriting } from './writing.ts'

export interface ChatParts {
  readonly db: Database
  readonly log: Log
  readonly logId: string
  readonly queries: ChatQueries
  readonly receipts: Receipts
  readonly typing: Typing
  readonly groups: Groups
  readonly now: () => number
}

export type ChatOperation =
  | 'startChat'
  | 'listChats'
  | 'sendMessage'
  | 'acceptChat'
  | 'declineChat'
  | 'endChat'
  | 'leaveChat'
  | 'setClosingNote'
  | 'markReceipt'
  | 'signalTyping'
  | 'listEvents'
  | 'sync'

export type HandlersOf<Names extends keyof Api> = {
  [K in Names]: (input: InputOf<Api[K]>, context: { readonly actor: Actor }) => Promise<ResponseOf<Api[K]>>
}

/** Carries out a command and gives what it answers. Throws Refused. */
export const carriesOut =
  (log: Log, logId: string) =>
  async (command: ChatCommand, actor: Actor, clientId: ClientId, guard?: Guard): Promise<CommandAnswer> => {
    const appended = await log.append(command, actor, clientId, guard)
    if ('refusal' in appended) throw new Refused(appended.refusal)
    return { logId, events: [...appended.events], lastSeq: appended.lastSeq }
  }

/** Every operation in chats, for whoever the HTTP layer has recognised. Throws Refused. */
export function chatHandlers(parts: ChatParts): HandlersOf<ChatOperation> {
  const { db, log, logId, queries, receipts, typing } = parts
  const carryOut = carriesOut(log, logId)
  const sync = createSync({ db, logId, queries })
  const rules = createGroupRules(parts)
  const write = createWriting({ ...parts, carryOut })

  return {
    startChat: async ({ body: { chatId, clientId, ...asked } }, { actor }) =>
      carryOut({ type: 'start-chat', chatId, ...(await rules.beginning(asked, actor.id)) }, actor, clientId),
    sendMessage: ({ params, body }, { actor }) =>
      write({ type: 'send-message', ...params, text: body.text }, actor, body.clientId),
    acceptChat: ({ params, body }, { actor }) => carryOut({ type: 'accept-chat', ...params }, actor, body.clientId),
    declineChat: ({ params, body }, { actor }) => carryOut({ type: 'decline-chat', ...params }, actor, body.clientId),
    leaveChat: ({ params, body }, { actor }) => carryOut({ type: 'leave-chat', ...params }, actor, body.clientId),
    setClosingNote: ({ params, body }, { actor }) =>
      carryOut({ type: 'set-closing-note', ...params, text: body.text }, actor, body.clientId),

    async endChat({ params, body: { clientId, note } }, { actor }) {
      const more = actor.kind === 'visitor' ? { rule: await rules.ending(params.chatId) } : note ? { note } : {}
      return carryOut({ type: 'end-chat', ...params, ...more }, actor, clientId)
    },

    listChats: async ({ query: { phase, limit } }, { actor }) => ({
      chats: (await queries.chats(await queries.idsInPhase(phase, Math.min(limit, 200), actor.id))).map(listedOf),
    }),

    async listEvents({ params: { stream }, query: { after } }, { actor }) {
      const chat = await queries.chat(chatOf(stream))
      if (!chat || !maySeeStream(actor, chat, stream)) throw refused('not-found', 'There is no such stream.')
      const lastSeq = (await queries.lastSeqs([stream])).get(stream) ?? 0
      return {
        logId,
        lastSeq,
        events: await readEvents(db.query, stream, after, { upTo: lastSeq, limit: limits.eventsPerPage }),
      }
    },

    markReceipt: ({ params: { chatId }, body }, { actor }) => receipts.mark(chatId, actor, body),

    async signalTyping({ params: { chatId }, body }, { actor }) {
      await typing.signal(chatId, actor, body.typing)
      return {}
    },

    sync: ({ body }, { actor }) => sync(body.logId, body.streams, actor),
  }
}

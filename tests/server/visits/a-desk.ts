import { randomUUID } from 'node:crypto'
import type { Actor } from '#shared/contract/actors.ts'
import type { CommandAnswer } from '#shared/contract/answers.ts'
import type { ActorId, ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { SignedIn } from '../../../server/features/caller.ts'
import { proposalHandlers } from '../../../server/features/visits/proposal-handlers.ts'
import type { Database } from '../../../server/store/database.ts'
import { aServer } from '../routing/a-server.ts'
import { aSite } from './a-site.ts'

export const aChatId = () => randomUUID() as string as ChatId
export const aClientId = () => randomUUID() as string as ClientId

export interface Proposed {
  readonly chatId?: ChatId
  readonly clientId?: ClientId
  readonly group?: GroupId
}

/** A server that routes and knows who is on the sites, with a clock that the test holds. */
export function aDesk(db: Database, clock: { now: number }) {
  const server = aServer(db, clock)
  const handlers = proposalHandlers({ db, log: server.log, logId: 'the-log', groups: server.groups })
  const as = (actor: Actor): SignedIn => {
    const session = { tokenHash: actor.id, kind: actor.kind as 'agent', administrator: false, mayObserve: false, actor }
    return { actor, session, address: '', userAgent: '', now: clock.now, presented: null }
  }
  return {
    ...server,
    clock,
    site: aSite(db, clock),
    propose(
      agent: Actor,
      visitor: { readonly id: ActorId },
      { chatId = aChatId(), clientId = aClientId(), group }: Proposed = {},
    ) {
      const body = { chatId, clientId, text: 'May I help you?', ...(group && { group }) }
      return handlers.startVisitorChat({ params: { visitorId: visitor.id }, body }, as(agent))
    },
    answer: (visitor: Actor, chatId: ChatId, accept: boolean, clientId = aClientId()): Promise<CommandAnswer> =>
      handlers.answerInvitation({ params: { chatId }, body: { clientId, accept } }, as(visitor)),
  }
}
export type Desk = ReturnType<typeof aDesk>

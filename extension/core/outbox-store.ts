import type { OutboxItem, OutboxStore } from '#shared/client/outbox.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { type AccountId, db, type Notice, type NoticeRow, type OutboxRow } from './db.ts'

/**
 * One account's commands that wait. A refusal becomes a notice: a message stays here too, with its text, until it is tried again or
 * discarded; of another command nothing is left to try.
 * @param me the account's agent
 */
export function createOutboxStore(accountId: AccountId, me: ActorId): OutboxStore {
  return {
    all: () =>
      db.outbox
        .orderBy('order')
        .filter((row) => row.accountId === accountId)
        .toArray(),
    async add(item) {
      await db.outbox.add({ ...item, accountId } as OutboxRow)
    },
    update: (clientId, change) =>
      db.transaction('rw', [db.outbox, db.notices, db.chats, db.followUps], async () => {
        const row = await db.outbox.get(clientId)
        if (!row) return
        if (change.refusal) await tell(row, change.refusal, me)
        else if (change.refusal === null) await db.notices.delete(clientId)
        if (change.refusal && !isTyped(row)) await db.outbox.delete(clientId)
        else await db.outbox.put({ ...row, ...(change as Partial<OutboxRow>) })
      }),
    remove: (clientId) =>
      db.transaction('rw', [db.outbox, db.notices], async () => {
        await db.outbox.delete(clientId)
        await db.notices.delete(clientId)
      }),
  }
}

/** A message, also a first one: what somebody typed comes back to them. */
const isTyped = ({ command: { operation } }: OutboxItem) =>
  operation === 'sendMessage' || operation === 'startVisitorChat'

async function tell(row: OutboxRow, refusal: Refusal, me: ActorId) {
  const { accountId, chatId, clientId } = row
  const chat = (await db.chats.get([accountId, chatId]))?.chat
  const known = chat ?? (await db.followUps.get([accountId, chatId]))?.followUp.chat
  const visitor = (known ?? ('seen' in row.command ? row.command.seen : undefined))?.visitor.name ?? ''
  const notice = noticeOf(row, refusal, visitor, me)
  const told: NoticeRow | null = notice && { id: clientId, accountId, chatId, at: Date.now(), notice }
  if (told) await db.notices.put(told)
}

/** Nothing where nobody needs to know: the agent took it on another device, or declined what was over. */
function noticeOf({ command }: OutboxItem, refusal: Refusal, visitor: string, me: ActorId): Notice | null {
  const { message, acceptedBy } = refusal
  if (command.operation === 'sendMessage' || command.operation === 'startVisitorChat')
    return { type: 'not-sent', visitor, message, text: command.text }
  if (command.operation === 'declineChat' || acceptedBy?.id === me) return null
  if (acceptedBy) return { type: 'taken-by-other', visitor, agent: acceptedBy.name }
  return { type: 'refused', visitor, message }
}

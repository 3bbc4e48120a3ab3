import type { OutboxCommand, OutboxItem, OutboxStore } from '#shared/client/outbox.ts'
import type { Person } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { type AccountId, db, type Notice, type NoticeRow, type OutboxRow } from './db.ts'
import { partnerOf } from './other-side.ts'

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
        if (change.refusal && !isMessage(row.command)) await db.outbox.delete(clientId)
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
const isMessage = (command: OutboxCommand): command is Extract<OutboxCommand, { operation: Message }> =>
  (messages as readonly string[]).includes(command.operation)
type Message = (typeof messages)[number]
const messages = ['sendMessage', 'startVisitorChat', 'askColleague'] as const

async function tell(row: OutboxRow, refusal: Refusal, me: ActorId) {
  const { accountId, chatId, clientId } = row
  const chat = await db.chats.get([accountId, chatId])
  const followUp = chat ? undefined : await db.followUps.get([accountId, chatId])
  const other = chat ? partnerOf(chat) : (followUp?.followUp.chat.visitor ?? addresseeOf(row.command))
  const visitor = other?.name ?? ''
  const notice = noticeOf(row, refusal, visitor, me)
  const told: NoticeRow | null = notice && { id: clientId, accountId, chatId, at: Date.now(), notice }
  if (told) await db.notices.put(told)
}

/** To whom a chat's first message is. */
function addresseeOf(command: OutboxRow['command']): Person | undefined {
  if (command.operation === 'askColleague') return command.to
  return command.operation === 'startVisitorChat' ? command.seen.visitor : undefined
}

/** Nothing where nobody needs to know: the agent took it on another device, or declined what was over. */
function noticeOf({ command }: OutboxItem, refusal: Refusal, visitor: string, me: ActorId): Notice | null {
  const { message, acceptedBy } = refusal
  if (isMessage(command)) return { type: 'not-sent', visitor, message, text: command.text }
  if (command.operation === 'declineChat' || acceptedBy?.id === me) return null
  if (acceptedBy) return { type: 'taken-by-other', visitor, agent: acceptedBy.name }
  return { type: 'refused', visitor, message }
}

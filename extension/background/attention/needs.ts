import { type AccountRow, type ChatRow, db } from '../../core/db.ts'
import { isRunning } from '../../core/my-offer.ts'
import { readSetting } from '../../core/settings.ts'

/** Everything that wants the agent, as the database tells it now. */
export interface Needs {
  /** Requests that are offered to this agent, and no answer of theirs is on its way. */
  readonly requests: readonly ChatRow[]
  /** Chats with a reply that was not read. */
  readonly replies: readonly ChatRow[]
  /** Those of the replies that no visible surface shows. */
  readonly unseen: readonly ChatRow[]
  /** Messages that the server refused. */
  readonly notSent: number
  readonly accounts: readonly AccountRow[]
  readonly volume: number
}

export async function readNeeds(now: number): Promise<Needs> {
  const accounts = await db.accounts.orderBy('order').toArray()
  const outbox = await db.outbox.toArray()
  const answered = new Set(outbox.filter((item) => item.command.operation !== 'sendMessage').map(keyOf))
  const views = new Set((await db.views.filter((view) => view.until > now).toArray()).map(keyOf))
  const waiting = await db.chats
    .where('[list+requestedAt]')
    .between(...rangeOf('waiting', 0))
    .toArray()
  const replies = [...(await unreadIn('mine')), ...(await unreadIn('ended'))]
  const canAnswer = new Set(accounts.filter((account) => account.state !== 'signed-out').map((account) => account.id))
  return {
    requests: waiting.filter(
      (row) => isRunning(row.offer, now) && !answered.has(keyOf(row)) && canAnswer.has(row.accountId),
    ),
    replies,
    unseen: replies.filter((row) => !views.has(keyOf(row))),
    notSent: outbox.filter((item) => item.refusal).length,
    accounts,
    volume: await readSetting('volume'),
  }
}

const unreadIn = (list: ChatRow['list']) =>
  db.chats
    .where('[list+unread]')
    .between(...rangeOf(list, 1))
    .toArray()
const rangeOf = (list: ChatRow['list'], from: number) =>
  [
    [list, from],
    [list, Number.MAX_SAFE_INTEGER],
  ] as const

const keyOf = ({ accountId, chatId }: Pick<ChatRow, 'accountId' | 'chatId'>) => `${accountId}/${chatId}`

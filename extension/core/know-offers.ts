import type { Transaction } from 'dexie'
import { isInternal } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { readChat } from '#shared/domain/chat/read-chat.ts'
import { chatRow } from './chat-row.ts'
import type { AccountRow, ChatRow, EventRow } from './db.ts'

/**
 * Brings chats that were stored before offers were known up to date. Those that are not over are folded anew: events that were
 * not understood then lie in the database.
 */
export async function knowOffers(tx: Transaction): Promise<void> {
  const accounts = new Map((await tx.table<AccountRow>('accounts').toArray()).map((row) => [row.id, row]))
  const rows: ChatRow[] = await tx.table<ChatRow>('chats').toArray()
  for (const row of rows) {
    const account = accounts.get(row.accountId)
    const isOpen = row.list === 'waiting' || row.list === 'mine'
    const chat = (isOpen && (await refold(tx, row))) || readChat(JSON.stringify(row.chat))
    const known = { ...row, chat, offer: null }
    await tx
      .table('chats')
      .put(account ? { ...known, ...chatRow(row.accountId, chat, account.agent.id, known) } : known)
  }
}

async function refold(tx: Transaction, { accountId, chatId }: ChatRow) {
  const events: EventRow[] = await tx
    .table<EventRow>('events')
    .where('[accountId+chatId]')
    .equals([accountId, chatId])
    .toArray()
  const inOrder = events.toSorted((a, b) => a.seq - b.seq)
  return foldChat(
    inOrder.filter(({ stream }) => !isInternal(stream)),
    inOrder.filter(({ stream }) => isInternal(stream)),
  )
}

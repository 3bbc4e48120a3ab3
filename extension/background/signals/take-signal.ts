import type { ActorId } from '#shared/contract/ids.ts'
import { type Signal, typingLifetime } from '#shared/contract/signals.ts'
import { type AccountId, db, type TypingRow } from '../../core/db.ts'
import { notePresence } from '../presence/note-presence.ts'
import { takeReceipt } from '../receipts/take-receipt.ts'

/** Somebody types, is further in a chat, or is seen differently: this agent too, through another browser of theirs. */
export async function takeSignal(accountId: AccountId, me: ActorId, signal: Signal): Promise<void> {
  if (signal.type === 'receipt') return takeReceipt(accountId, me, signal.receipt)
  if (signal.type === 'presence') return signal.agentId === me ? notePresence(accountId, signal) : undefined
  if (signal.type !== 'typing') return
  const { chatId, actor, typing } = signal
  if (actor.id === me) return
  if (!typing) return db.typing.delete([accountId, chatId, actor.id])
  await db.typing.put({ accountId, chatId, actorId: actor.id, actor, until: Date.now() + typingLifetime })
  setTimeout(forgetTyping, typingLifetime + 50)
}

/** Removes what was not renewed: after its time, and at a start of the background for what its death left. */
export const forgetTyping = async (): Promise<void> => {
  await db.typing.filter((row: TypingRow) => row.until <= Date.now()).delete()
}

import type { ConversationView } from './use-conversation.ts'

/** Whether this agent may move the chat to another group: any that waits, of the others their own (R8). */
export function mayMove({ row: { chat, list }, start, underWay }: ConversationView): boolean {
  if (start || chat.to || (chat.phase === 'active' && chat.invitation === 'asked')) return false
  const isLeaving = (['moveChat', 'endChat', 'leaveChat', 'acceptChat'] as const).some((one) => underWay.has(one))
  return !isLeaving && (list === 'waiting' || (list === 'mine' && chat.phase === 'active'))
}

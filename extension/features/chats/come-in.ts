import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import type { ChatKey } from './chat-key.ts'

/**
 * Comes into a chat of somebody else, or stops observing it (L4, L6).
 * @returns why it was refused, in a sentence; nothing when it is done
 */
export async function comeIn(
  how: 'join-chat' | 'observe-chat' | 'stop-observing',
  { accountId, chatId }: ChatKey,
): Promise<string | null> {
  const answer = await command(how, { accountId, chatId }).catch(() => null)
  if (!answer) return texts.joining.unheard
  return answer.ok ? null : answer.refusal.message
}

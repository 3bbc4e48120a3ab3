import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import type { OutboxItem } from '#shared/client/outbox.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'

/**
 * Sends one command of the outbox.
 * @param learnWhatHappened called when the server refuses: then this copy of the chat is behind
 */
export async function sendItem(
  api: ApiClient,
  { chatId, clientId, command }: OutboxItem,
  learnWhatHappened: () => Promise<void>,
): Promise<CommandAnswer> {
  const params = { chatId }
  try {
    switch (command.operation) {
      case 'sendMessage':
        return await api.sendMessage({ params, body: { clientId, text: command.text } })
      case 'startChat':
        throw new Error('Visitors start chats, agents do not')
      default:
        return await api[command.operation]({ params, body: { clientId } })
    }
  } catch (error) {
    if (error instanceof ApiError && !error.mayRetry) void learnWhatHappened()
    throw error
  }
}

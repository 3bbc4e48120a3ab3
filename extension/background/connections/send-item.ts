import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import type { OutboxItem } from '#shared/client/outbox.ts'
import { sendCommand } from '#shared/client/send-command.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'

/**
 * Sends one command of the outbox.
 * @param learnWhatHappened called when the server refuses: then this copy of the chat is behind
 */
export async function sendItem(
  api: ApiClient,
  item: OutboxItem,
  learnWhatHappened: () => Promise<void>,
): Promise<CommandAnswer> {
  try {
    return await sendCommand(api, item)
  } catch (error) {
    if (error instanceof ApiError && !error.mayRetry) void learnWhatHappened()
    throw error
  }
}

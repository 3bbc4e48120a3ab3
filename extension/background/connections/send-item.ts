import { type ApiClient, ApiError } from '#shared/client/api-client.ts'
import type { OutboxItem } from '#shared/client/outbox.ts'
import { sendCommand } from '#shared/client/send-command.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'

/**
 * Sends one command of the outbox.
 * @param learnWhatHappened called when the answer shows that this copy of the chat may be behind
 */
export async function sendItem(
  api: ApiClient,
  item: OutboxItem,
  learnWhatHappened: () => Promise<void>,
): Promise<CommandAnswer> {
  const answer = await carryOut()
  // Nothing was left to do: it happened before, on another device perhaps, and this copy may not know.
  if (answer.events.length === 0) await learnWhatHappened()
  return answer

  async function carryOut() {
    try {
      return await send(api, item)
    } catch (error) {
      if (error instanceof ApiError && !error.mayRetry) void learnWhatHappened()
      throw error
    }
  }
}

function send(api: ApiClient, item: OutboxItem): Promise<CommandAnswer> {
  const { chatId, clientId, command } = item
  if (command.operation === 'askColleague')
    return api.askColleague({ params: { agentId: command.to.id }, body: { chatId, clientId, text: command.text } })
  if (command.operation !== 'startVisitorChat') return sendCommand(api, item)
  const { seen, text } = command
  return api.startVisitorChat({ params: { visitorId: seen.visitor.id }, body: { chatId, clientId, text } })
}

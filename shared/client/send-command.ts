import type { CommandAnswer } from '#shared/contract/api.ts'
import type { ApiClient } from './api-client.ts'
import type { OutboxItem } from './outbox.ts'

/** Sends what an item of the outbox asks for: the operation has its name, and takes what it carries. */
export async function sendCommand(
  api: Partial<ApiClient>,
  { chatId, clientId, command }: OutboxItem,
): Promise<CommandAnswer> {
  const { operation, ...asked } = command
  const body = { ...asked, clientId, ...(operation === 'startChat' && { chatId }) }
  const send = api[operation] as Send | undefined
  if (!send) throw new Error(`This client cannot ask for ${operation}.`)
  return send({ params: { chatId }, body })
}

type Send = (request: { params: object; body: object }) => Promise<CommandAnswer>

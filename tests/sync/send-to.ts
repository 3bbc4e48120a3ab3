import type { OutboxItem } from '#shared/client/outbox.ts'
import type { Actor } from '#shared/contract/actors.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'
import type { chatHandlers } from '../../server/features/chats/handle.ts'

type Handlers = Partial<Record<OutboxItem['command']['operation'], unknown>> & ReturnType<typeof chatHandlers>

/** Calls the operation that an outbox item stands for. */
export function sendTo(handlers: Handlers, item: OutboxItem, actor: Actor): Promise<CommandAnswer> {
  const { chatId, clientId, command } = item
  const { operation, ...asked } = command
  const body = { ...asked, clientId, ...(operation === 'startChat' && { chatId }) }
  return (handlers[operation] as Handler)({ params: { chatId }, body }, { actor })
}

type Handler = (input: object, context: { readonly actor: Actor }) => Promise<CommandAnswer>

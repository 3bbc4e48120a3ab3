import type { OutboxItem } from '#shared/client/outbox.ts'
import type { Actor } from '#shared/contract/actors.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'
import type { chatHandlers } from '../../server/features/chats/handle.ts'

type Handlers = ReturnType<typeof chatHandlers>

/** Calls the operation that an outbox item stands for. */
export function sendTo(handlers: Handlers, item: OutboxItem, actor: Actor): Promise<CommandAnswer> {
  const { chatId, clientId, command } = item
  const params = { chatId }
  switch (command.operation) {
    case 'startChat':
      return handlers.startChat(
        { body: { chatId, clientId, page: command.page, language: command.language } },
        { actor },
      )
    case 'sendMessage':
      return handlers.sendMessage({ params, body: { clientId, text: command.text } }, { actor })
    default:
      return handlers[command.operation]({ params, body: { clientId } }, { actor })
  }
}

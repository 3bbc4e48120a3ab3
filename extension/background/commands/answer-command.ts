import { reasonOf } from '#shared/client/reason-of.ts'
import type { Answer, CommandMessage, CommandName } from '../../core/commands.ts'
import type { Handlers } from './handlers.ts'

/** The answer to a message of one of our pages; nothing for what is no command. */
export function answerCommand(handlers: Handlers, message: unknown): Promise<Answer<CommandName>> | undefined {
  if (!isCommand(handlers, message)) return undefined
  const handle = handlers[message.type] as (payload: unknown) => Promise<Answer<CommandName>>
  return handle(message.payload).catch((error) => {
    console.error(`The command ${message.type} failed`, error)
    return { ok: false, refusal: reasonOf(error) }
  })
}

const isCommand = (handlers: Handlers, message: unknown): message is CommandMessage =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  typeof message.type === 'string' &&
  Object.hasOwn(handlers, message.type)

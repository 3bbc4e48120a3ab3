import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { Reaction } from '../../log/react.ts'
import { type Mailer, MailRefused } from '../../mail/mailer.ts'
import type { ChatQueries } from '../chats/queries.ts'

/**
 * Sends agents' answers to messages that were left (W5, W23): as often as it takes, always under the same message id.
 * @param refused told when the mail server will never take it
 */
export const mailAnswers = (
  mailer: Mailer,
  queries: ChatQueries,
  refused: (chatId: ChatId, reason: string) => Promise<unknown>,
): Reaction => ({
  name: 'mail-answers',
  concerns: ({ type }) => type === 'answer-mailed',
  async handle(events) {
    for (const stored of events) {
      if (stored.event.type !== 'answer-mailed') continue
      const chat = await queries.chat(chatOf(stored.stream))
      // An answer to somebody who is forgotten by now goes nowhere.
      if (!chat?.leftMessage?.email) continue
      await mailer.send(mailOf(chat, chat.leftMessage, stored, stored.event.text)).catch((error: unknown) => {
        if (error instanceof MailRefused) return refused(chat.id, error.message)
        throw error
      })
    }
  },
})

const mailOf = (
  chat: Chat,
  message: NonNullable<Chat['leftMessage']>,
  { actor, seq }: StoredEvent,
  answer: string,
) => ({
  to: message.email,
  subject: `${actor.name} has answered your message`,
  text: `${answer}\n\n${actor.name}\n\n\nYou wrote:\n${quoted(message.text)}\n`,
  messageId: `<${chat.id}.${seq}@deskbell>`,
})

const quoted = (text: string) => text.replace(/^/gm, '> ')

import type { StoredEvent } from '#shared/contract/events.ts'
import { chatOf } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { Reaction } from '../../log/react.ts'
import type { Mailer } from '../../mail/mailer.ts'
import type { ChatQueries } from '../chats/queries.ts'

/** Sends agents' answers to messages that were left (W5, W23): as often as it takes, always under the same message id. */
export const mailAnswers = (mailer: Mailer, queries: ChatQueries): Reaction => ({
  name: 'mail-answers',
  async handle(events) {
    for (const stored of events) {
      const chat = await queries.chat(chatOf(stored.stream))
      if (chat?.leftMessage && stored.event.type === 'answer-mailed')
        await mailer.send(mailOf(chat, chat.leftMessage, stored, stored.event.text))
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

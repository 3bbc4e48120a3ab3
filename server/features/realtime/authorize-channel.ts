import { channels } from '#shared/contract/channels.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { maySeeChat } from '../../domain/chats/may-see.ts'
import { refused } from '../../domain/refused.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { Handlers, Session } from '../caller.ts'

export interface AuthorizeParts {
  readonly publisher: Publisher
  readonly chat: (id: ChatId) => Promise<Chat | undefined>
  /**
   * Whether a subscription carries its session's id, by which it is ended when the session is. Our own engine reads it on every
   * private channel; others know it on presence channels alone, and some refuse it elsewhere.
   */
  readonly endsWithSession: boolean
}

/** Who may listen to what is decided here, from the database, at each subscription: a channel's name is no permission. */
export const authorizeChannel = (parts: AuthorizeParts): Handlers<'authorizeChannel'> => ({
  async authorizeChannel({ body }, { session }) {
    const { socket_id: socketId, channel_name: channel } = body
    if (!(await mayListen(parts, session, channel))) throw refused('forbidden', 'You may not listen to this channel.')
    const { auth, channel_data } = parts.endsWithSession
      ? parts.publisher.authorizeChannel(socketId, channel, { user_id: session.tokenHash })
      : parts.publisher.authorizeChannel(socketId, channel)
    return channel_data === undefined ? { auth } : { auth, channel_data }
  },
})

async function mayListen({ chat }: AuthorizeParts, { kind, actor }: Session, channel: string): Promise<boolean> {
  if (kind === 'agent' && (channel === channels.agents || channel === channels.agent(actor.id))) return true
  if (kind === 'visitor' && channel === channels.visitor(actor.id)) return true
  const chatId = chatOfChannel(channel)
  const found = chatId && (await chat(chatId))
  return found ? maySeeChat(actor, found) : false
}

const chatOfChannel = (channel: string) => /^private-chat-([0-9a-f-]{36})$/.exec(channel)?.[1] as ChatId | undefined

/** Sockets at an engine elsewhere belong to their session, so that they end with it. */
export const authenticateSocket = (publisher: Publisher): Handlers<'authenticateSocket'> => ({
  authenticateSocket: async ({ body }, { session }) =>
    publisher.authenticateUser(body.socket_id, { id: session.tokenHash }),
})

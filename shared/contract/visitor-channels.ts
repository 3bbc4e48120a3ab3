import type { ActorId, ChatId } from './ids.ts'

/** What a visitor's page listens to. Apart, so that it carries no others. */
export const visitorChannels = {
  /** What the visitor of this chat may see. */
  chat: (id: ChatId) => `private-chat-${id}`,
  /** Chats that agents begin with this visitor. */
  visitor: (id: ActorId) => `private-visitor-${id}`,
} as const

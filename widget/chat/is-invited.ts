import type { Conversation } from '../boot/conversation.ts'

/** Whether an agent has asked the visitor into the chat, and the visitor has not answered (W14). */
export const isInvited = ({ events, ended }: Conversation) =>
  !ended &&
  events.some(({ event }) => event.type === 'chat-proposed' && event.asked) &&
  !events.some(({ event }) => event.type === 'invitation-accepted')

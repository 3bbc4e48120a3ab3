import type { Visit } from '../boot/visit.ts'

/** Where this browser keeps the events of chats. */
export const chatKeys = 'events:chat:'

/** Whether the visitor has chats besides the current one (W13). */
export const hasEarlier = ({ keep, now }: Pick<Visit, 'keep' | 'now'>) =>
  keep.keys(chatKeys).some((key) => key !== chatKeys + now().id)

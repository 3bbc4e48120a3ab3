import type { View } from './view.ts'

/** Whether there is a chat to show: also one that still waits to be sent. */
export const hasBegun = ({ visit, sender }: Pick<View, 'visit' | 'sender'>) =>
  visit.now().last > 0 || sender.pending().length > 0

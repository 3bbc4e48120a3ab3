import type { OutboxCommand, OutboxItem } from '#shared/client/outbox.ts'
import type { View } from '../chat/view.ts'
import { changeDraft } from './draft.ts'

const ofWaiting = ['requestCallback', 'leaveMessage', 'endChat'] as const
type Asked = (typeof ofWaiting)[number]
type Asking = { readonly sender: Pick<View['sender'], 'pending' | 'ask' | 'discard'> }

/** The last of these commands that is on its way or was refused. */
export const askedFor = ({ sender }: Asking, ...operations: readonly Asked[]): OutboxItem | undefined =>
  sender.pending().findLast(({ command }) => operations.some((one) => one === command.operation))

/** Asks, instead of for what was refused before. What is on its way already is not asked for twice. */
export function ask(view: Asking & Pick<View, 'visit'>, command: OutboxCommand & { readonly operation: Asked }) {
  const before = askedFor(view, ...ofWaiting)
  if (before && !before.refusal) return
  dropRefused(view)
  view.sender.ask(command)
  // Its form stays, also when the chat begins with it.
  changeDraft(view.visit, { chat: view.visit.now().id })
}

/** Takes back what was refused: what it said is still in its form. */
export function dropRefused({ sender }: Asking, operations: readonly Asked[] = ofWaiting) {
  for (const { clientId, refusal, command } of sender.pending())
    if (refusal && operations.some((one) => one === command.operation)) sender.discard(clientId)
}

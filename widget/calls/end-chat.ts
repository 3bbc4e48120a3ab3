import type { ClientId } from '#shared/contract/ids.ts'
import type { Sender } from '../chat/sender.ts'
import type { View } from '../chat/view.ts'

/** `end` (W22, W33): asks for it, and tells on the console where the group's rule does not allow it. Gives whether it is done. */
export function endChat(sender: Sender) {
  let asked: ClientId | undefined
  const pending = () => sender.pending().find(({ command }) => command.operation === 'endChat')
  return ({ visit }: View, wanted: boolean): boolean => {
    const before = pending()
    if (before?.refusal && before.clientId === asked) {
      console.warn('Deskbell: the chat goes on.', before.refusal.message)
      sender.discard(before.clientId)
    }
    if (!wanted) return false
    const { last, ended } = visit.now()
    // It is on its way, and then it can be ended.
    if (!last && sender.pending().length) return false
    if (!last || ended) console.warn('Deskbell: there is no chat to end.')
    else if (!before || before.refusal) {
      if (before) sender.discard(before.clientId)
      sender.ask({ operation: 'endChat' })
      asked = pending()?.clientId
    }
    return true
  }
}

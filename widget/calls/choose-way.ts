import type { View } from '../chat/view.ts'

/**
 * Opens what the visitor chose from the button's list (W1): **Call me back**, or else the chat itself. Gives whether it is done.
 * @param way a channel's type
 */
export function chooseWay({ visit, sender, waiting }: View, way: string): boolean {
  if (way !== 'callback') waiting?.choose(null)
  else if (!waiting) return false
  else if (visit.now().ended) {
    sender.newConversation()
    return false
  } else waiting.choose('callback')
  return true
}

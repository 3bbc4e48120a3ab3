import type { View } from '../chat/view.ts'
import { fillIn } from './fill-in.ts'

/**
 * `start` (W33): the text goes into the chat under way. Without one the form is filled in, and sent if nothing is missing in it,
 * as if the visitor had done it; what they were writing stays, and then they send it.
 * Gives whether it is done.
 */
export function startChat({ visit, sender, waiting, asksMore, beginning }: View, text: string): boolean {
  const { keep } = visit
  const { last, ended } = visit.now()
  const draft = keep.get<string>('draft')
  const field = document.querySelector<HTMLTextAreaElement>('#message,form.start textarea')
  if (last || sender.pending().length) {
    if (!text) return true
    if (!ended || waiting?.reopens()) {
      // Sending takes back the draft, which may be another one.
      sender.send(text)
      if (draft) keep.set('draft', draft)
      return true
    }
    sender.newConversation()
    return false
  }
  if (field) fillIn(field, text)
  else if (asksMore && !beginning) return false
  else if (text) keep.set('draft', draft ? `${draft}\n${text}` : text)
  return true
}

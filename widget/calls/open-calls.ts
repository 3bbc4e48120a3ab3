import type { Visit } from '../boot/visit.ts'
import type { Sender } from '../chat/sender.ts'
import type { View } from '../chat/view.ts'
import { chooseWay } from './choose-way.ts'
import { endChat } from './end-chat.ts'
import { startChat } from './start-chat.ts'

/** What the page asks the chat for (W33): gives what does it, as far as it can be done by now; to be called at each drawing. */
export function openCalls({ said }: Visit, sender: Sender): (view: View) => void {
  const ending = endChat(sender)
  return (view) => {
    const { start } = said
    if (start !== undefined && startChat(view, start)) delete said.start
    if (said.way && chooseWay(view, said.way)) delete said.way
    if (ending(view, said.end !== undefined)) delete said.end
  }
}

import type { Visit } from '../../boot/visit.ts'
import type { Sender } from '../../chat/sender.ts'

/**
 * A chat, or what else begins one, that the server did not begin because of answers in the form: it was none. What was written goes back to where it was
 * written. Gives the keys of those answers.
 */
export function takeBack({ keep }: Visit, sender: Sender): string[] {
  const pending = sender.pending()
  const refused = pending.flatMap(
    ({ refusal }) => refusal?.issues?.flatMap((issue) => /^fields\.(\w+):/.exec(issue)?.[1] ?? []) ?? [],
  )
  if (!refused.length) return []
  const texts = pending.flatMap(({ command }) => (command.operation === 'sendMessage' ? command.text : []))
  if (texts.length) keep.set('draft', texts.join('\n'))
  for (const { clientId } of pending) sender.discard(clientId)
  return refused
}

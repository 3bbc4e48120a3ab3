import type { Visit } from '../boot/visit.ts'
import type { Sender } from '../chat/sender.ts'

/**
 * What the visitor wrote to go on with an ended chat begins a new one when the server says that it is over after all. A chat that
 * they declined to be in is none of theirs.
 */
export function afterTheEnd(visit: Pick<Visit, 'keep' | 'now' | 'sessions'>, sender: Sender) {
  const { keep, sessions } = visit
  const { id, ended, events } = visit.now()
  const end = events.findLast(({ event }) => event.type === 'chat-ended')?.event
  if (!ended) return keep.get('reopening') && keep.remove('reopening')
  if (end?.type === 'chat-ended' && end.reason === 'invitation-declined') return sender.newConversation()
  const lost = sender.pending().filter(({ refusal }) => refusal?.code === 'chat-ended')
  if (keep.get('reopening') !== id || !lost.length) return
  keep.remove('reopening')
  const text = lost.flatMap(({ command }) => (command.operation === 'sendMessage' ? command.text : [])).join('\n')
  sender.start(sessions.current()?.visitor.name || keep.get<string>('name') || '', text)
}

import { outcomeOf } from '#shared/domain/chat/proposal.ts'
import { type Deciders, nothing, onlyVisitors, shown } from './decision.ts'

/** A visitor has themself forgotten (W31): what is open ends with it. */
export const erasingDeciders: Deciders<'erase-visitor'> = {
  'erase-visitor': (chat, _, actor) => {
    if (actor.id !== chat.visitor.id) return onlyVisitors
    if (chat.erased) return nothing
    if (chat.phase === 'ended') return shown({ type: 'visitor-erased' })
    const outcome = chat.phase === 'waiting' ? 'abandoned' : outcomeOf(chat)
    return shown({ type: 'chat-ended', outcome, reason: 'visitor-erased' }, { type: 'visitor-erased' })
  },
}

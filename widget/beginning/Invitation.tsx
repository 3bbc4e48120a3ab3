import { agentsIn } from '../chat/agents-in.ts'
import type { View } from '../chat/view.ts'

/** An agent asks the visitor into a chat (W14): who, their first words, and the two answers. */
export function Invitation({ view: { visit, sender, waiting, t } }: { readonly view: View }) {
  const { events } = visit.now()
  const [agent] = agentsIn(events)
  const answered = sender.pending().find(({ command }) => command.operation === 'answerInvitation')
  const underWay = answered && !answered.refusal
  function answer(accept: boolean) {
    if (underWay) return
    if (answered) sender.discard(answered.clientId)
    sender.ask({ operation: 'answerInvitation', accept })
    if (!accept) visit.close()
  }
  return (
    <div class="start">
      <div class="welcome">
        <h2>{t('invites', { name: agent?.name ?? '' })}</h2>
      </div>
      {events.map(
        ({ seq, event }) =>
          event.type === 'message-sent' && (
            <p key={seq} class="bubble" dir="auto">
              {event.text}
            </p>
          ),
      )}
      <p class="wrong" role="alert">
        {answered?.refusal?.message}
      </p>
      <button type="button" class="primary" aria-disabled={Boolean(underWay)} onClick={() => answer(true)}>
        {t('accept')}
      </button>
      <button type="button" class="plain" aria-disabled={Boolean(underWay)} onClick={() => answer(false)}>
        {t('decline')}
      </button>
      <p class="sending" role="status">
        {underWay && waiting && t('beingSent')}
      </p>
    </div>
  )
}

import { agentsIn } from '../chat/agents-in.ts'
import type { View } from '../chat/view.ts'
import { askedFor } from './asking.ts'
import { choose } from './draft.ts'
import { EndChat } from './EndChat.tsx'

/** What the visitor may do besides writing, above the composer (W17, W22, W23). */
export function Choices({ view }: { readonly view: View }) {
  const { visit, waiting, t } = view
  const place = waiting?.place()
  if (visit.now().ended) return waiting?.reopens() ? <Reopen view={view} /> : null
  const waits = !agentsIn(visit.now().events).length
  const options = (waits && place?.options) || []
  const asked = askedFor(view, 'requestCallback', 'leaveMessage')
  if (asked && !asked.refusal)
    return (
      <p class="choices" role="status">
        {t('beingSent')}
      </p>
    )
  if (!options.length && !place?.mayEnd) return null
  return (
    <div class="choices">
      {options.includes('callback') && (
        <button type="button" class="plain" onClick={() => choose(visit, 'callback')}>
          {t('callMeBack')}
        </button>
      )}
      {options.includes('leave-message') && (
        <button type="button" class="plain" onClick={() => choose(visit, 'leave-message')}>
          {t('leaveMessage')}
        </button>
      )}
      {place?.mayEnd && <EndChat view={view} />}
    </div>
  )
}

/** Above the composer of a chat that is over, and goes on as soon as the visitor writes. */
const Reopen = ({ view: { sender, t } }: { readonly view: View }) => (
  <div class="choices">
    <p>{t('reopenHint')}</p>
    <button type="button" class="plain" onClick={sender.newConversation}>
      {t('newConversation')}
    </button>
  </div>
)

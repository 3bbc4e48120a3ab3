import { isReply } from '../boot/conversation.ts'
import { Icon } from './Icon.tsx'
import type { View } from './view.ts'

/** The last reply, in the small window beside the button. */
export function Preview({ view: { visit, t } }: { view: View }) {
  const reply = visit.now().events.findLast(isReply)
  return (
    <div class="preview" role="status">
      <button type="button" class="preview-open" onClick={() => visit.say('expand')}>
        <strong dir="auto">{reply?.actor.name}</strong>
        <span dir="auto">{reply?.event.type === 'message-sent' && reply.event.text}</span>
      </button>
      <button type="button" class="quiet" aria-label={t('close')} onClick={() => visit.close()}>
        <Icon of="close" />
      </button>
    </div>
  )
}

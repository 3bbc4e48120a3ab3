import type { View } from './view.ts'

/** In the composer's place once an agent has ended the chat (W21). */
export const Ended = ({ view: { sender, t } }: { view: View }) => (
  <div class="ended">
    <p>{t('ended')}</p>
    <button type="button" class="primary" onClick={sender.newConversation}>
      {t('newConversation')}
    </button>
  </div>
)

import type { View } from '../chat/view.ts'

/** Nobody could answer now (W5, W7): says so, and offers what reaches the visitor later (W17, W23), without a chat begun before. */
export function Away({ view }: { readonly view: View }) {
  const { availability, waiting, config, t } = view
  if (!waiting || !availability) return null
  return (
    <div class="away">
      <p role="status">{availability.open ? t('nobodyThere') : waiting.closedWords(availability.opensAt, view)}</p>
      <p>{t('awayHint')}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={() => waiting.choose('leave-message')}>
          {t('leaveMessage')}
        </button>
        <button type="button" class="plain" onClick={() => waiting.choose('callback')}>
          {t('callMeBack')}
        </button>
      </div>
      {config.whenAway === 'show' && <p class="or">{t('chatAnyway')}</p>}
    </div>
  )
}

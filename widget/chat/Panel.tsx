import { Banner } from './Banner.tsx'
import { Header } from './Header.tsx'
import { hasBegun } from './has-begun.ts'
import { isInvited } from './is-invited.ts'
import { StartForm } from './StartForm.tsx'
import type { View } from './view.ts'

export function Panel({ view }: { view: View }) {
  const { visit, asksMore, beginning, conversation, waiting, history, privacy, t } = view
  if (visit.look() === 'preview') return conversation && <conversation.Preview view={view} />
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) visit.close()
  }
  return (
    <div class="panel" role="dialog" aria-label={t('title')} onKeyDown={onKeyDown}>
      <Header view={view} />
      <Banner view={view} />
      {history?.isShown() ? (
        <history.YourConversations view={view} history={history} />
      ) : privacy?.isShown() ? (
        <privacy.YourData view={view} privacy={privacy} />
      ) : isInvited(visit.now()) ? (
        beginning && <beginning.Invitation view={view} />
      ) : waiting?.choosing() ? (
        <waiting.Form view={view} />
      ) : hasBegun(view) ? (
        conversation && <conversation.Conversation key={visit.now().id} view={view} />
      ) : (
        (beginning || !asksMore) && <StartForm view={view} />
      )}
    </div>
  )
}

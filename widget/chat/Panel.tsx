import { Banner } from './Banner.tsx'
import { Conversation } from './Conversation.tsx'
import { Header } from './Header.tsx'
import { Preview } from './Preview.tsx'
import { StartForm } from './StartForm.tsx'
import type { View } from './view.ts'

export function Panel({ view }: { view: View }) {
  const { visit, sender, waiting, t } = view
  if (visit.look() === 'preview') return <Preview view={view} />
  const { id, events } = visit.now()
  const begun = id !== null && (events.length > 0 || sender.pending().length > 0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) visit.close()
  }
  return (
    <div class="panel" role="dialog" aria-label={t('title')} onKeyDown={onKeyDown}>
      <Header view={view} />
      <Banner view={view} />
      {begun && waiting?.choosing() ? (
        <waiting.Form view={view} />
      ) : begun ? (
        <Conversation key={id} view={view} />
      ) : (
        <StartForm view={view} />
      )}
    </div>
  )
}

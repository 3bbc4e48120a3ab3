import { agentsIn } from './agents-in.ts'
import { hasEarlier } from './has-earlier.ts'
import { Icon } from './Icon.tsx'
import type { View } from './view.ts'

/** Who one is talking to, and the way out. */
export function Header({ view: { visit, showHistory, showData, t } }: { view: View }) {
  const names = agentsIn(visit.now().events)
    .map(({ name }) => name)
    .join(', ')
  return (
    <header class="header">
      {names && (
        <span class="avatar" aria-hidden="true">
          {initials(names)}
        </span>
      )}
      {/* A long name loses its end, whichever way it runs. */}
      <h1 dir="auto">{names || t('title')}</h1>
      {hasEarlier(visit) && (
        <button type="button" class="quiet" aria-label={t('conversations')} onClick={showHistory}>
          <Icon of="history" />
        </button>
      )}
      {visit.sessions.current() && (
        <button type="button" class="quiet" aria-label={t('yourData')} onClick={showData}>
          <Icon of="more" />
        </button>
      )}
      <button type="button" class="quiet" aria-label={t('close')} onClick={() => visit.close()}>
        <Icon of="close" />
      </button>
    </header>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase()

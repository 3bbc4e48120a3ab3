import { MessageBubble } from './MessageBubble.tsx'
import type { Entry } from './timeline.ts'
import type { View } from './view.ts'

export function LogEntry({ entry, view }: { entry: Entry; view: View }) {
  if (entry.kind === 'message') return <MessageBubble message={entry} view={view} />
  const { t, waiting } = view
  if (entry.kind === 'told') return waiting && <waiting.Line stored={entry.stored} view={view} />
  if (entry.kind === 'day') return <h2 class="note">{dayName(entry.at, view)}</h2>
  if (entry.kind === 'joined') return <p class="note">{t('joined', { name: entry.name })}</p>
  return <p class="note">{entry.name ? t('endedBy', { name: entry.name }) : t('ended')}</p>
}

function dayName(at: number, { language, t }: View): string {
  const day = new Date(at)
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000)
  if (days === 0) return t('today')
  if (days === 1) return t('yesterday')
  return day.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' })
}

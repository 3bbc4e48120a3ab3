import type { ChatRow } from '../../core/db.ts'
import { levelOf } from '../../core/groups.ts'
import { texts } from '../../i18n/texts.ts'
import { duration } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'
import { groups } from '../../live/groups.ts'
import { classNames } from '../../ui/class-names.ts'
import './DueLabel.css'

const t = texts.attention.due
/** The last second says 0:01. */
const roundedUp = 999

/** By when the visitor should be answered (R14), told in words and colour; nothing where nothing was promised. */
export function DueLabel({ row }: { readonly row: ChatRow }) {
  // The clock ticks only for those who wait for an answer.
  if (!levelOf(groups.value, row, 0)) return null
  const now = clock.value
  const level = levelOf(groups.value, row, now)
  if (!level) return null
  const { state, dueAt } = level
  return (
    <span class={classNames('due-label', state)}>
      {state === 'breached' ? t.over(duration(now - dueAt)) : t.in(duration(dueAt - now + roundedUp))}
    </span>
  )
}

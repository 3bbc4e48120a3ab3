import type { TypingRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { clock } from '../../live/clock.ts'

const names = new Intl.ListFormat(undefined, { type: 'conjunction' })

/** Who is typing. Signals that have expired do not count: the worker that deletes them may be dead. Not read out: it comes and goes. */
export function TypingLine({ typing }: { readonly typing: readonly TypingRow[] }) {
  if (!typing.length) return null
  const now = clock.value
  const here = typing.filter(({ until }) => until > now).map(({ actor }) => visitorName(actor))
  return here.length ? (
    <p class="typing" aria-live="off">
      {texts.conversation.typing(names.format(here))}
    </p>
  ) : null
}

import { texts } from '../../i18n/texts.ts'
import { timeOfDay } from '../../i18n/times.ts'
import { classNames } from '../../ui/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { LogMessage } from './log-entries.ts'
import { MessageText } from './MessageText.tsx'
import { NotSent } from './NotSent.tsx'

const t = texts.conversation

/** One message. Its time and state are seen where the next one's differ, and always heard. */
export function Message({ message, next }: { readonly message: LogMessage; readonly next: LogMessage | undefined }) {
  const { text, at, state, waits } = message
  const mark = [timeOfDay(at), state && t.state[state]].filter(Boolean).join(' · ')
  const isQuiet = next !== undefined && next.state === state && timeOfDay(next.at) === timeOfDay(at)
  return (
    <div class={classNames('message', state === 'not-sent' && 'not-sent')}>
      <div class="text" dir="auto">
        <MessageText text={text} />
      </div>
      {state === 'not-sent' && waits ? <NotSent item={waits} /> : <Mark words={mark} quiet={isQuiet} />}
    </div>
  )
}

const Mark = ({ words, quiet }: { readonly words: string; readonly quiet: boolean }) =>
  quiet ? <VisuallyHidden>{words}</VisuallyHidden> : <span class="mark">{words}</span>

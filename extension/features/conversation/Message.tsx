import { texts } from '../../i18n/texts.ts'
import { timeOfDay } from '../../i18n/times.ts'
import { classNames } from '../../ui/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { LogMessage } from './log-entries.ts'
import { MessageText } from './MessageText.tsx'
import { NotSent } from './NotSent.tsx'

interface Props {
  readonly message: LogMessage
  /** The one that the same person wrote after it. */
  readonly next: LogMessage | undefined
}

/** One message. Its time and state are seen under the last one that has them, and always heard. */
export function Message({ message, next }: Props) {
  const { text, state, waits } = message
  return (
    <div class={classNames('message', state === 'not-sent' && 'not-sent')}>
      <div class="text" dir="auto">
        {text ? <MessageText text={text} /> : <i>{texts.privacy.message}</i>}
      </div>
      {state === 'not-sent' && waits ? (
        <NotSent item={waits} />
      ) : next && next.state === state ? (
        <VisuallyHidden>
          <TimeAndState message={message} />
        </VisuallyHidden>
      ) : (
        <p class="mark">
          <TimeAndState message={message} />
        </p>
      )}
    </div>
  )
}

const TimeAndState = ({ message: { at, state } }: Pick<Props, 'message'>) => (
  <>
    <time dateTime={new Date(at).toISOString()}>{timeOfDay(at)}</time>
    {state && ` · ${texts.conversation.state[state]}`}
  </>
)

import { texts } from '../../i18n/texts.ts'
import { dayName } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Fact } from './Fact.tsx'
import { isMe, type LogEntry } from './log-entries.ts'
import { MessageGroup } from './MessageGroup.tsx'
import { TypingLine } from './TypingLine.tsx'
import type { ConversationView } from './use-conversation.ts'
import { useStickToEnd } from './use-stick-to-end.ts'
import './Log.css'

interface Props {
  readonly view: ConversationView
  readonly onEarlier: () => void
}

const t = texts.conversation

/** The whole talk, newest at the end; new messages are read out at the next pause; that one was delivered or read is not. */
export function Log({ view, onEarlier }: Props) {
  const { entries, me } = view
  const last = entries.at(-1)
  const { log, onScroll, hasNew, toEnd } = useStickToEnd({
    first: entries.find((entry) => entry.kind !== 'day')?.key,
    last: newestKey(last),
    lastIsMine: last?.kind === 'messages' && isMe(last.author, me),
  })
  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-label={t.log}
        aria-live="polite"
        aria-relevant="additions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        ref={log}
        onScroll={onScroll}
      >
        {view.hasEarlier && (
          <Button class="earlier" look="quiet" onClick={onEarlier}>
            {t.earlier}
          </Button>
        )}
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} view={view} />
        ))}
        <TypingLine typing={view.typing} />
      </div>
      {hasNew && (
        <Button class="to-end" look="primary" icon="down-arrow" onClick={toEnd}>
          {t.newMessages}
        </Button>
      )}
    </div>
  )
}

function Entry({ entry, view }: { readonly entry: LogEntry; readonly view: ConversationView }) {
  switch (entry.kind) {
    case 'day':
      return <h3 class="day">{dayName(entry.at, clock.peek())}</h3>
    case 'fact':
      return <Fact stored={entry.event} me={view.me} />
    case 'messages':
      return (
        <MessageGroup
          author={entry.author}
          messages={entry.messages}
          me={view.me}
          betweenColleagues={Boolean(view.row.chat.to)}
        />
      )
  }
}

const newestKey = (entry: LogEntry | undefined) =>
  entry?.kind === 'messages' ? entry.messages.at(-1)?.key : entry?.key

import { requestWords } from '../../i18n/request-words.ts'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DueLabel } from '../chats/DueLabel.tsx'
import { PageName } from '../chats/PageName.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import type { WaitingRequest } from './use-waiting.ts'
import './IncomingBar.css'

interface Props {
  /** Those that ring, the longest first; at least one. */
  readonly request: WaitingRequest
  readonly more: number
  readonly onAccept: () => void
  readonly onDecline: () => void
  readonly onMore: () => void
}

const t = texts.requests

/** Rings above whatever the agent is doing (A1); where notifications have no buttons it is the way to answer one. */
export function IncomingBar({ request, more, onAccept, onDecline, onMore }: Props) {
  const { chat } = request.row
  const words = requestWords(chat)
  return (
    <section class="incoming-bar" aria-label={words}>
      <Icon name="bell" />
      <div class="words" role="status">
        <span class="name">{words}</span>
        <span class="text" dir="auto">
          {chat.lastMessage?.text ?? chat.description ?? <PageName page={chat.page} />}
        </span>
      </div>
      <div class="answers">
        <Button look="primary" onClick={onAccept}>
          {t.accept}
        </Button>
        <Button onClick={onDecline}>{t.decline}</Button>
      </div>
      <TimeLeft offer={request.row.offer} />
      <DueLabel row={request.row} />
      {more > 0 && (
        <Button class="more" look="link" onClick={onMore}>
          {t.more(more)}
        </Button>
      )}
    </section>
  )
}

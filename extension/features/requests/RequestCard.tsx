import { useId } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { duration } from '../../i18n/times.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { clock } from '../../live/clock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import { keyText } from '../chats/chat-key.ts'
import { DueLabel } from '../chats/DueLabel.tsx'
import { PageName } from '../chats/PageName.tsx'
import { silenceRing } from './answer-request.ts'
import { QueuePlace } from './QueuePlace.tsx'
import { RequestAnswers } from './RequestAnswers.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import { isUnanswered, rings, type WaitingRequest } from './use-waiting.ts'
import { whyQuiet } from './why-quiet.ts'
import './RequestCard.css'

interface Props {
  readonly request: WaitingRequest
  /** Given when there are several accounts: whose request it is. */
  readonly account?: AccountRow | undefined
  readonly onAccept: () => void
  readonly onDecline: () => void
  /** Opens the talk so far. */
  readonly onRead?: () => void
}

const t = texts.requests

/** One request (A1): who, what, from which page, how long, and the two answers. */
export function RequestCard({ request, account, onAccept, onDecline, onRead }: Props) {
  const id = useId()
  const { chat } = request.row
  const asksMe = isUnanswered(request)
  return (
    <article class={classNames('request-card', !asksMe && 'quiet')} aria-labelledby={id}>
      {account && <AccountColor color={account.color} />}
      <header class="head">
        <Avatar name={visitorName(chat.visitor)} />
        <h3 class="name" id={id}>
          {onRead ? (
            <Button look="link" onClick={onRead} data-chat={keyText(request.row)}>
              <bdi>{visitorName(chat.visitor)}</bdi>
            </Button>
          ) : (
            <bdi>{visitorName(chat.visitor)}</bdi>
          )}
          {account && <span class="host">{hostOf(account)}</span>}
        </h3>
        <WaitingTime since={chat.waitingSince} />
        <p class="page">{chat.to ? texts.team.mark : <PageName page={chat.page} />}</p>
      </header>
      <RequestAnswers chat={chat} />
      {chat.description && (
        <p class="words subject" dir="auto">
          {chat.description}
        </p>
      )}
      {chat.lastMessage && (
        <p class="words" dir="auto">
          {chat.lastMessage.text}
        </p>
      )}
      <p class="standing">
        <QueuePlace request={request} />
        <DueLabel row={request.row} />
      </p>
      {asksMe && request.row.silenced && <p class="status">{texts.attention.queue.muted}</p>}
      {!request.answering &&
        (asksMe ? <TimeLeft offer={request.row.offer} /> : <p class="status">{whyQuiet(request.row)}</p>)}
      <Answers request={request} describedBy={id} onAccept={onAccept} onDecline={onDecline} />
    </article>
  )
}

function Answers({
  request,
  describedBy,
  onAccept,
  onDecline,
}: Omit<Props, 'account' | 'onRead'> & { readonly describedBy: string }) {
  if (request.answering)
    return (
      <p class="status" role="status">
        {t[request.answering]}
      </p>
    )
  return (
    <div class="answers">
      <Button look="primary" aria-describedby={describedBy} onClick={onAccept}>
        {t.accept}
      </Button>
      {isUnanswered(request) && (
        <Button aria-describedby={describedBy} onClick={onDecline}>
          {t.decline}
        </Button>
      )}
      {rings(request) && (
        <IconButton
          icon="bell-off"
          label={texts.attention.queue.mute}
          aria-describedby={describedBy}
          onClick={() => silenceRing(request.row)}
        />
      )}
    </div>
  )
}

const aLongWait = 60_000

function WaitingTime({ since }: { readonly since: number }) {
  const waited = clock.value - since
  return <span class={classNames('waited', waited >= aLongWait && 'long')}>{t.waited(duration(waited))}</span>
}

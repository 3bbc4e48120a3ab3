import { useId } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { shortTime } from '../../i18n/times.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { clock } from '../../live/clock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import { keyText } from '../chats/chat-key.ts'
import { FollowUpActions } from './FollowUpActions.tsx'
import { FollowUpFacts } from './FollowUpFacts.tsx'
import type { FollowUpView } from './use-follow-ups.ts'
import './FollowUpCard.css'

interface Props {
  readonly view: FollowUpView
  /** Given when there are several accounts: whose it is. */
  readonly account: AccountRow | undefined
  /** Opens the talk that there was. */
  readonly onOpen: () => void
}

const t = texts.followUps

/** One visitor who was not helped (R12), or wants to be called (A26). */
export function FollowUpCard({ view, account, onOpen }: Props) {
  const id = useId()
  const { row } = view
  const { endedAt, followUp } = row
  const { visitor, group, outcome } = followUp.chat
  return (
    <article class="follow-up" aria-labelledby={id}>
      {account && <AccountColor color={account.color} />}
      <header class="head">
        <Avatar name={visitorName(visitor)} />
        <h3 id={id}>
          <Button look="link" onClick={onOpen} data-chat={keyText(row)}>
            <bdi>{visitorName(visitor)}</bdi>
          </Button>
          {account && <span class="host">{hostOf(account)}</span>}
        </h3>
        <time dateTime={new Date(endedAt).toISOString()}>{shortTime(endedAt, clock.peek())}</time>
      </header>
      <FollowUpFacts followUp={followUp} />
      {!followUp.callback && !followUp.leftMessage && outcome && (
        <p class="why">{texts.conversation.outcome[outcome]}</p>
      )}
      {group && (
        <p class="why">
          {t.group} <bdi>{group.name}</bdi>
        </p>
      )}
      <FollowUpActions view={view} describedBy={id} />
    </article>
  )
}

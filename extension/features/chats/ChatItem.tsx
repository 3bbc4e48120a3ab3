import type { AccountRow, ChatRow } from '../../core/db.ts'
import { isLastOurs } from '../../core/other-side.ts'
import { partnerName } from '../../i18n/partner-name.ts'
import { texts } from '../../i18n/texts.ts'
import { shortTime } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Count } from '../../ui/Count.tsx'
import { classNames } from '../../ui/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import './ChatItem.css'
import { DueLabel } from './DueLabel.tsx'

interface Props {
  readonly row: ChatRow
  /** Given when there are several accounts: whose chat it is. */
  readonly account?: AccountRow | undefined
  readonly draft?: string | undefined
  readonly current: boolean
  readonly tabIndex: 0 | -1
  readonly onOpen: () => void
}

/** One chat in a list: who, the last words, when, and how much is unread. */
export function ChatItem({ row, account, draft, current, tabIndex, onOpen }: Props) {
  const { chat, unread } = row
  const name = partnerName(row)
  return (
    <button
      type="button"
      data-row
      class={classNames('chat-item', unread > 0 && 'unread')}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabIndex}
      onClick={onOpen}
    >
      <span class="who">
        {account && <AccountColor color={account.color} />}
        <Avatar name={name} />
      </span>
      <span class="what">
        <span class="name">
          <bdi>{name}</bdi>
          {chat.to && <span class="mark">{texts.team.mark}</span>}
          {account && <span class="host">{hostOf(account)}</span>}
        </span>
        <LastWords row={row} draft={draft} />
        {row.list === 'mine' && <DueLabel row={row} />}
      </span>
      <span class="when">
        <time dateTime={new Date(row.lastActivityAt).toISOString()}>{shortTime(row.lastActivityAt, clock.peek())}</time>
        {unread > 0 && (
          <>
            <span aria-hidden="true">
              <Count value={unread} loud />
            </span>
            <VisuallyHidden>{texts.chats.unread(unread)}</VisuallyHidden>
          </>
        )}
      </span>
    </button>
  )
}

function LastWords({ row, draft }: { readonly row: ChatRow; readonly draft: string | undefined }) {
  if (draft)
    return (
      <span class="last">
        <span class="draft">{texts.chats.draft}</span>
        <bdi>{draft}</bdi>
      </span>
    )
  const { lastMessage, page } = row.chat
  return (
    <span class="last">
      {isLastOurs(row) && <span>{texts.chats.you}:</span>}
      <bdi>{lastMessage?.text ?? page.title}</bdi>
    </span>
  )
}

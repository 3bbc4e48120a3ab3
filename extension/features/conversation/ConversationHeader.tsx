import type { ComponentChildren } from 'preact'
import type { AccountRow } from '../../core/db.ts'
import type { GroupRow } from '../../core/group-row.ts'
import { command } from '../../core/request.ts'
import { partnerName } from '../../i18n/partner-name.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import { DueLabel } from '../chats/DueLabel.tsx'
import { PageLink } from '../chats/PageLink.tsx'
import { ChatMenu } from './ChatMenu.tsx'
import { MonitorMark } from './MonitorMark.tsx'
import { Participants } from './Participants.tsx'
import type { ConversationView } from './use-conversation.ts'
import './ConversationHeader.css'

interface Props {
  readonly view: ConversationView
  /** Given when there are several accounts. */
  readonly account: AccountRow | undefined
  readonly canPopOut: boolean
  /** How the other side is, beside their name. */
  readonly about: ComponentChildren
  readonly onBack: () => void
  /** Missing when there is nothing to end. */
  readonly onEnd: (() => void) | undefined
  /** Missing when there is nothing to leave. */
  readonly onLeave: (() => void) | undefined
  /** Missing when there is nothing to move. */
  readonly onMove: ((group: GroupRow) => void) | undefined
}

const t = texts.conversation

/** Who this is and where they are, and what can be done with the chat as a whole. */
export function ConversationHeader({ view, account, canPopOut, about, onBack, onEnd, onLeave, onMove }: Props) {
  const { accountId, chatId, chat } = view.row
  const name = partnerName(view.row)
  const canMonitor = !view.start && !chat.to && chat.phase !== 'ended'
  return (
    <header class="conversation-header">
      {account && <AccountColor color={account.color} />}
      <IconButton class="back" icon="back" label={t.back} onClick={onBack} />
      <Avatar name={name} />
      <div>
        <div class="name">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {chat.to ? <span class="mark">{texts.team.mark}</span> : about}
          {canMonitor && <MonitorMark row={view.row} />}
        </div>
        <div class="page">
          {!chat.to && chat.phase !== 'active' && <span class="phase">{t.phase[chat.phase]} ·</span>}
          {account && <span>{hostOf(account)} ·</span>}
          {!chat.to && <PageLink page={chat.page} />}
          {chat.to && chat.phase === 'ended' && <span class="phase">{t.phase.ended}</span>}
          {chat.to && <Participants view={view} />}
        </div>
        {!chat.to && <Participants view={view} />}
        <DueLabel row={view.row} />
      </div>
      <div class="actions">
        {onEnd && <Button onClick={onEnd}>{chat.to && chat.phase === 'waiting' ? texts.team.withdraw : t.end}</Button>}
        <ChatMenu
          row={view.row}
          onLeave={onLeave}
          onPopOut={canPopOut ? () => attempt(command('open-window', { accountId, chatId })) : undefined}
          onMove={onMove}
          canMonitor={canMonitor}
        />
      </div>
    </header>
  )
}

import { useState } from 'preact/hooks'
import { askColleague } from '../../core/ask-colleague.ts'
import { colleagueDraft } from '../../core/drafts.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { FirstMessage } from '../chats/FirstMessage.tsx'
import { toneOfDot } from '../status/status-words.ts'
import { presenceWords } from './presence-words.ts'
import type { Colleague } from './use-team.ts'
import './ColleagueItem.css'

interface Props {
  readonly colleague: Colleague
  /** There are several accounts: says whose colleague it is. */
  readonly isOneOfSeveral: boolean
  readonly tabIndex: 0 | -1
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.team

/** One colleague: how they are, how busy, in which groups. A click opens a field for the first message, or the chat that there is. */
export function ColleagueItem({ colleague, isOneOfSeveral, tabIndex, onOpen }: Props) {
  const [writing, setWriting] = useState(false)
  const { row, account, groups, chat } = colleague
  const { member, accountId } = row
  const words = presenceWords(account, member)
  const facts = [words, ...(member.activeChats ? [t.chats(member.activeChats)] : []), ...groups]
  const send = (text: string) =>
    void attempt(askColleague(accountId, member, text).then((chatId) => onOpen({ accountId, chatId })))
  return (
    <div class="colleague">
      <button
        type="button"
        data-row
        title={chat ? t.open(member.name) : t.ask(member.name)}
        aria-expanded={chat ? undefined : writing}
        tabIndex={tabIndex}
        onClick={() => (chat ? onOpen(chat) : setWriting(!writing))}
      >
        <span class="who">
          {isOneOfSeveral && <AccountColor color={account.color} />}
          <Avatar name={member.name} />
          <Dot tone={toneOfDot[member.dot]} />
        </span>
        <span class="name">
          <bdi>{member.name}</bdi>
          {isOneOfSeveral && <span class="host">{hostOf(account)}</span>}
        </span>
        <bdi class="facts">{facts.join(' · ')}</bdi>
        {chat && <Icon name="chat" />}
      </button>
      {writing && !chat && (
        <FirstMessage
          label={t.firstMessage(member.name)}
          draft={{ accountId, chatId: colleagueDraft(member.id) }}
          action={t.start}
          onSend={send}
          onClose={() => setWriting(false)}
        >
          {member.dot !== 'green' && <p class="status">{t.waitsUntilBack(member.name)}</p>}
        </FirstMessage>
      )}
    </div>
  )
}

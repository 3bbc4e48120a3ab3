import { useId, useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { duration } from '../../i18n/times.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { clock } from '../../live/clock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { useOnScreen } from '../../ui/use-on-screen.ts'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { type ChatKey, keyText } from './chat-key.ts'
import { comeIn } from './come-in.ts'
import { PageName } from './PageName.tsx'
import { type ActiveChat, useActiveChats } from './use-active-chats.ts'
import './ActiveChats.css'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.joining

/** **Active** (A11): chats that colleagues are in, and the ways into them. */
export function ActiveChats({ accounts, onOpen }: Props) {
  const [root, isOnScreen] = useOnScreen<HTMLDivElement>()
  const chats = useActiveChats(accounts, isOnScreen)
  const heading = useId()
  return (
    // There also while it is empty: whether it is looked at decides whether anybody asks.
    <div class="active-chats" ref={root}>
      {chats.length > 0 && (
        <section aria-labelledby={heading}>
          <h3 id={heading}>{t.active}</h3>
          <ul>
            {chats.map((active) => (
              <li key={keyText({ accountId: active.account.id, chatId: active.chat.chatId })}>
                <ActiveCard active={active} isOneOfSeveral={accounts.length > 1} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface CardProps {
  readonly active: ActiveChat
  readonly isOneOfSeveral: boolean
  readonly onOpen: (chat: ChatKey) => void
}

function ActiveCard({ active: { account, chat }, isOneOfSeveral, onOpen }: CardProps) {
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const key = { accountId: account.id, chatId: chat.chatId }
  const observes = chat.observers.some((observer) => observer.id === account.agent.id)
  const go = async (how: 'join-chat' | 'observe-chat') => {
    const refused = await comeIn(how, key)
    setProblem(refused)
    if (refused === null) onOpen(key)
  }
  return (
    <article class="active-card" aria-labelledby={id}>
      {isOneOfSeveral && <AccountColor color={account.color} />}
      <header class="head">
        <Avatar name={visitorName(chat.visitor)} />
        <h4 class="name" id={id}>
          <bdi>{visitorName(chat.visitor)}</bdi>
        </h4>
        {chat.acceptedAt !== null && <Since at={chat.acceptedAt} />}
        <p class="page">
          <PageName page={chat.page} />
        </p>
      </header>
      <p class="who">{t.agents(chat.agents.map(({ name }) => name))}</p>
      {chat.observers.length > 0 && (
        <p class="who">{observes ? t.youObserve : t.observers(chat.observers.map(({ name }) => name))}</p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="ways">
        <Button aria-describedby={id} onClick={() => go('join-chat')}>
          {t.join}
        </Button>
        {observes ? (
          <Button aria-describedby={id} onClick={() => onOpen(key)}>
            {t.open}
          </Button>
        ) : (
          account.mayObserve && (
            <Button aria-describedby={id} onClick={() => go('observe-chat')}>
              {t.observe}
            </Button>
          )
        )}
      </div>
    </article>
  )
}

const Since = ({ at }: { readonly at: number }) => (
  <span class="since">{t.since(duration(Math.max(0, clock.value - at)))}</span>
)

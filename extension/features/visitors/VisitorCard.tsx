import { useId, useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { AccountColor } from '../accounts/AccountColor.tsx'
import { hostOf } from '../accounts/account-name.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { comeIn } from '../chats/come-in.ts'
import { PageLink } from '../chats/PageLink.tsx'
import { toneOfDot } from '../status/status-words.ts'
import { Since } from './Since.tsx'
import { StartChat } from './StartChat.tsx'
import type { VisitorView } from './use-visitors.ts'
import { VisitorFacts } from './VisitorFacts.tsx'
import { VisitorMenu } from './VisitorMenu.tsx'
import { standingOf } from './visitor-standing.ts'
import './VisitorCard.css'

interface Props {
  readonly view: VisitorView
  /** Given when there are several accounts: whose visitor it is. */
  readonly account: AccountRow | undefined
  readonly mayObserve: boolean
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.visitors

/** Somebody who is on the sites now (A3): who, where, since when, from where; and the way to a chat (A4). */
export function VisitorCard({ view, account, mayObserve, onOpen }: Props) {
  const id = useId()
  const [writing, setWriting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { row, ahead } = view
  const { seen } = row
  const name = visitorName(seen.visitor)
  const standing = standingOf(row, view.chat)
  const start = standing.kind === 'free' && !writing ? () => setWriting(true) : undefined
  const chat = standing.kind === 'in-chat' ? standing.chat : null
  const joinable = standing.kind === 'in-chat' ? standing.joinable : null
  const come = async (how: 'join-chat' | 'observe-chat', into: ChatKey) => {
    const refused = await comeIn(how, into)
    setProblem(refused)
    if (refused === null) onOpen({ accountId: into.accountId, chatId: into.chatId })
  }
  const open = chat ? () => onOpen(chat) : undefined
  return (
    <article class="visitor-card" aria-labelledby={id} onContextMenu={openMenu}>
      {account && <AccountColor color={account.color} />}
      <header class="head">
        <span class="who">
          <Avatar name={name} />
          <Dot tone={toneOfDot[seen.dot]} label={t.dots[seen.dot]} />
        </span>
        <h3 class="name" id={id}>
          <bdi>{name}</bdi>
          {account && <span class="host">{hostOf(account)}</span>}
        </h3>
        <Since at={seen.arrivedAt + ahead} words={t.here} />
        <VisitorMenu
          name={name}
          onStart={start}
          onOpen={open}
          onJoin={joinable ? () => void come('join-chat', joinable) : undefined}
          onObserve={joinable && mayObserve ? () => void come('observe-chat', joinable) : undefined}
        />
        <p class="page">
          <PageLink page={seen.page} />
        </p>
      </header>
      <VisitorFacts seen={seen} ahead={ahead} />
      {problem && <p role="alert">{problem}</p>}
      {writing && standing.kind !== 'in-chat' ? (
        <StartChat row={row} onStarted={onOpen} onClose={() => setWriting(false)} />
      ) : (
        <footer class="actions">
          {standing.kind === 'in-chat' && <p class="status">{standing.words}</p>}
          {standing.kind === 'away' && <p class="status">{t.away}</p>}
          {start && (
            <Button icon="chat" aria-describedby={id} onClick={start}>
              {t.start}
            </Button>
          )}
          {open && (
            <Button aria-describedby={id} onClick={open}>
              {t.open}
            </Button>
          )}
        </footer>
      )}
    </article>
  )
}

/** The right button opens the same menu as its own button; over a link and in a field it stays the browser's. */
function openMenu(event: MouseEvent & { readonly currentTarget: HTMLElement }) {
  if ((event.target as Element).closest('a, textarea')) return
  const button = event.currentTarget.querySelector<HTMLElement>('[aria-haspopup=menu]')
  if (!button) return
  event.preventDefault()
  if (button.ariaExpanded !== 'true') button.click()
}

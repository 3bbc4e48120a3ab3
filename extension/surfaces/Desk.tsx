import { useRef, useState } from 'preact/hooks'
import type { AccountRow } from '../core/db.ts'
import { NoServer } from '../features/accounts/NoServer.tsx'
import { useAccounts } from '../features/accounts/use-accounts.ts'
import { type ChatKey, isSameChat, keyText } from '../features/chats/chat-key.ts'
import { Conversation } from '../features/conversation/Conversation.tsx'
import { isUnanswered, useWaiting, type WaitingRequest } from '../features/requests/use-waiting.ts'
import { useAskedVisitors } from '../features/visitors/use-asked-visitors.ts'
import { texts } from '../i18n/texts.ts'
import { Empty } from '../ui/Empty.tsx'
import { DeskTop } from './DeskTop.tsx'
import { Lists } from './Lists.tsx'
import type { ListTab } from './list-tabs.ts'
import { useAskedChat } from './use-asked-chat.ts'
import './Desk.css'

/** Where it is shown: in the browser's side panel (or sidebar), or in a window of its own (A19). */
export type DeskPlace = 'panel' | 'window'

/** The agent's desk: lists and a conversation, side by side where there is room, else one at a time. */
export function Desk({ place }: { readonly place: DeskPlace }) {
  const accounts = useAccounts()
  if (!accounts) return <main class="desk" />
  if (accounts.length) return <StaffedDesk place={place} accounts={accounts} />
  return (
    <main>
      <h1 class="visually-hidden">{nameOf[place]}</h1>
      <NoServer />
    </main>
  )
}

const nameOf: Readonly<Record<DeskPlace, string>> = { panel: texts.product, window: texts.surfaces.window }
function StaffedDesk({ place, accounts }: { readonly place: DeskPlace; readonly accounts: readonly AccountRow[] }) {
  const [wanted, setOpen] = useState<ChatKey | null>(null)
  // An account can go while one of its chats is open, or asked for.
  const open = wanted && accounts.some(({ id }) => id === wanted.accountId) ? wanted : null
  const [left, setLeft] = useState<ChatKey | null>(null)
  const [tab, setTab] = useState<ListTab>('mine')
  const waiting = useWaiting()
  const desk = useRef<HTMLElement>(null)
  useAskedChat(setOpen)
  useAskedVisitors(() => {
    setTab('visitors')
    setOpen(null)
  })

  const back = () => {
    setLeft(open)
    setOpen(null)
    // The keyboard goes on where it came from.
    const places = [
      ...(open ? [`[data-chat="${keyText(open)}"]`] : []),
      '[role=tabpanel] [data-row][tabindex="0"]',
      '[role=tab][aria-selected=true]',
    ]
    requestAnimationFrame(() => {
      const found = places.map((place) => desk.current?.querySelector<HTMLElement>(place)).find(Boolean)
      found?.focus()
    })
  }
  const accept = (chat: ChatKey) => {
    setTab('mine')
    setOpen(chat)
  }
  const isOnScreen = ({ row }: WaitingRequest) => (open ? isSameChat(row, open) : tab === 'waiting')
  const incoming = waiting?.filter((request) => isUnanswered(request) && !isOnScreen(request)) ?? []
  return (
    <main class="desk" data-shows={open ? 'chat' : 'list'} ref={desk}>
      <h1 class="visually-hidden">{nameOf[place]}</h1>
      <DeskTop
        accounts={accounts}
        incoming={incoming}
        openChat={open}
        onOpen={setOpen}
        onAccept={accept}
        onMore={() => {
          setTab('waiting')
          setOpen(null)
        }}
      />
      <Lists
        accounts={accounts}
        waiting={waiting}
        tab={tab}
        current={open ?? left}
        isOpen={open !== null}
        onTab={setTab}
        onOpen={setOpen}
        onAccept={accept}
      />
      <div class="talk">
        {open ? (
          <Conversation
            key={keyText(open)}
            chat={open}
            accounts={accounts}
            canPopOut={place === 'panel'}
            onAccepted={() => setTab('mine')}
            onBack={back}
          />
        ) : (
          <Empty icon="chat" title={texts.chats.choose} text={texts.chats.chooseText} />
        )}
      </div>
    </main>
  )
}

import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { AccountRow } from '../core/db.ts'
import type { ChatKey } from '../features/chats/chat-key.ts'
import { myChats } from '../features/chats/chat-queries.ts'
import { MyChats } from '../features/chats/MyChats.tsx'
import { FollowUps } from '../features/follow-ups/FollowUps.tsx'
import { useFollowUpCounts } from '../features/follow-ups/use-follow-ups.ts'
import { acceptRequest, declineRequest, silenceRing } from '../features/requests/answer-request.ts'
import { NobodyWaits } from '../features/requests/NobodyWaits.tsx'
import { RequestList } from '../features/requests/RequestList.tsx'
import { isUnanswered, rings, type WaitingRequest } from '../features/requests/use-waiting.ts'
import { StatusMenu } from '../features/status/StatusMenu.tsx'
import { texts } from '../i18n/texts.ts'
import { useLive } from '../live/use-live.ts'
import { openOptions } from '../platform/options-page.ts'
import { IconButton } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import type { DeskPlace } from './Desk.tsx'

export type ListTab = 'mine' | 'waiting' | FollowUpList

interface Props {
  readonly place: DeskPlace
  readonly accounts: readonly AccountRow[]
  readonly waiting: readonly WaitingRequest[] | undefined
  readonly tab: ListTab
  readonly current: ChatKey | null
  readonly isOpen: boolean
  readonly onTab: (tab: ListTab) => void
  readonly onOpen: (chat: ChatKey) => void
}

/** **My chats**, **Waiting**, **Abandoned** and **Callbacks** (A25), with what is new in each. */
export function Lists({ accounts, waiting, tab, current, isOpen, onTab, onOpen }: Props) {
  const unread = useLive(async () => (await myChats()).filter((row) => row.unread > 0).length) ?? 0
  const toFollowUp = useFollowUpCounts()
  const unanswered = waiting?.filter(isUnanswered).length ?? 0
  return (
    <section class="lists" aria-label={texts.chats.open}>
      <div class="head">
        <StatusMenu accounts={accounts} />
        {waiting?.some(rings) && <IconButton icon="bell-off" label={texts.requests.silence} onClick={silenceRing} />}
        <IconButton icon="settings" label={texts.settings.open} onClick={openOptions} />
      </div>
      <Tabs
        label={texts.chats.open}
        selected={tab}
        onSelect={onTab}
        tabs={[
          { key: 'mine', label: headings.mine, count: unread, loud: true },
          {
            key: 'waiting',
            label: headings.waiting,
            count: unanswered || (waiting?.length ?? 0),
            loud: unanswered > 0,
          },
          { key: 'abandoned', label: headings.abandoned, count: toFollowUp?.abandoned ?? 0 },
          { key: 'callbacks', label: headings.callbacks, count: toFollowUp?.callbacks ?? 0 },
        ]}
      >
        <h2 class="visually-hidden">{headings[tab]}</h2>
        {tab === 'mine' && <MyChats accounts={accounts} current={current} isOpen={isOpen} onOpen={onOpen} />}
        {tab === 'waiting' && <Waiting accounts={accounts} waiting={waiting} onOpen={onOpen} />}
        {(tab === 'abandoned' || tab === 'callbacks') && <FollowUps key={tab} list={tab} accounts={accounts} />}
      </Tabs>
    </section>
  )
}

const headings: Readonly<Record<ListTab, string>> = {
  mine: texts.chats.mine,
  waiting: texts.requests.heading,
  ...texts.followUps.heading,
}

function Waiting({ accounts, waiting, onOpen }: Pick<Props, 'accounts' | 'waiting' | 'onOpen'>) {
  if (!waiting) return <Loading label={texts.chats.loading} />
  if (!waiting.length) return <NobodyWaits accounts={accounts} declined={0} quiet={0} />
  const accept = (chat: ChatKey) => {
    onOpen(chat)
    void acceptRequest(chat)
  }
  return (
    <RequestList
      label={texts.requests.heading}
      requests={waiting}
      accounts={accounts}
      onAccept={accept}
      onDecline={declineRequest}
      onRead={onOpen}
    />
  )
}

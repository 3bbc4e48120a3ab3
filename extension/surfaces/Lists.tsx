import type { JSX } from 'preact'
import type { AccountRow } from '../core/db.ts'
import type { ChatKey } from '../features/chats/chat-key.ts'
import { MyChats } from '../features/chats/MyChats.tsx'
import { FilterBar } from '../features/filter/FilterBar.tsx'
import { FollowUps } from '../features/follow-ups/FollowUps.tsx'
import { silenceRing } from '../features/requests/answer-request.ts'
import { rings, type WaitingRequest } from '../features/requests/use-waiting.ts'
import { WaitingRequests } from '../features/requests/WaitingRequests.tsx'
import { StatusMenu } from '../features/status/StatusMenu.tsx'
import { Team } from '../features/team/Team.tsx'
import { Visitors } from '../features/visitors/Visitors.tsx'
import { texts } from '../i18n/texts.ts'
import { openOptions } from '../platform/options-page.ts'
import { IconButton } from '../ui/Button.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { type ListTab, listName, useListTabs } from './list-tabs.ts'

export interface ListProps {
  readonly accounts: readonly AccountRow[]
  readonly waiting: readonly WaitingRequest[] | undefined
  /** The chat that is open, or the last one that was: Tab reaches it first. */
  readonly current: ChatKey | null
  readonly isOpen: boolean
  readonly onOpen: (chat: ChatKey) => void
  /** Opens a request that this person has just accepted: it is one of **My chats** now. */
  readonly onAccept: (chat: ChatKey) => void
}

interface Props extends ListProps {
  readonly tab: ListTab
  readonly onTab: (tab: ListTab) => void
}

/** What each tab shows. */
const listOf: Readonly<Record<ListTab, (props: ListProps) => JSX.Element>> = {
  mine: MyChats,
  waiting: WaitingRequests,
  visitors: Visitors,
  team: Team,
  abandoned: (props) => <FollowUps list="abandoned" {...props} />,
  callbacks: (props) => <FollowUps list="callbacks" {...props} />,
}

/** Those that the filter is for (A12). */
const filteredLists: ReadonlySet<ListTab> = new Set(['mine', 'waiting', 'abandoned', 'callbacks'])

/** The desk's lists (A25), with what is new in each; a further one has its line in `list-tabs.ts` and in `listOf`. */
export function Lists({ tab, onTab, ...props }: Props) {
  const { accounts, waiting } = props
  const List = listOf[tab]
  return (
    <section class="lists" aria-label={texts.chats.open}>
      <div class="head">
        <StatusMenu accounts={accounts} />
        {waiting?.some(rings) && (
          <IconButton icon="bell-off" label={texts.requests.silence} onClick={() => silenceRing()} />
        )}
        <IconButton icon="settings" label={texts.settings.open} onClick={openOptions} />
      </div>
      <Tabs label={texts.chats.open} selected={tab} onSelect={onTab} tabs={useListTabs(waiting)}>
        <h2 class="visually-hidden">{listName(tab)}</h2>
        {filteredLists.has(tab) && <FilterBar accounts={accounts} />}
        <List key={tab} {...props} />
      </Tabs>
    </section>
  )
}

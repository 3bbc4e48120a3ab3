import { useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useNearEnd } from '../../ui/use-near-end.ts'
import { useOnScreen } from '../../ui/use-on-screen.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { everybody, findVisitors, isFiltering } from './find-visitors.ts'
import { PlaceCredit } from './PlaceCredit.tsx'
import { UnknownVisitors } from './UnknownVisitors.tsx'
import { useAskedVisitors } from './use-asked-visitors.ts'
import { useVisitorWatch } from './use-visitor-watch.ts'
import { useKnownAccounts, useVisitors, type VisitorView, visitorKey } from './use-visitors.ts'
import { VisitorCard } from './VisitorCard.tsx'
import { VisitorFilter } from './VisitorFilter.tsx'
import './Visitors.css'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.visitors
const pageSize = 50
/** More than anybody reads: who looks for somebody finds them by a word. */
const most = 1_000

/** **Visitors** (A3): everyone on the sites now, the newest arrivals first; live while this is on the screen, and only then. */
export function Visitors({ accounts, onOpen }: Props) {
  const [limit, setLimit] = useState(pageSize)
  const [wanted, setWanted] = useState(everybody)
  useAskedVisitors((page) => setWanted({ ...everybody, page }))
  const [root, isOnScreen] = useOnScreen<HTMLDivElement>()
  useVisitorWatch(isOnScreen ? limit : 0)
  const visitors = useVisitors(limit)
  const lists = visitors?.lists ?? []
  const known = useKnownAccounts(accounts, lists)
  const views = (visitors?.views ?? []).filter(({ row }) => known.has(row.accountId))
  const found = findVisitors(views, wanted)
  const more = visitors?.views.length === limit && limit < most ? () => setLimit(limit + pageSize) : undefined
  const total = lists.reduce(
    (sum, { accountId, total }) =>
      known.has(accountId) ? sum + (total ?? views.filter(({ row }) => row.accountId === accountId).length) : sum,
    0,
  )
  return (
    <div class="visitors" ref={root}>
      {(views.length > 0 || isFiltering(wanted)) && (
        <VisitorFilter wanted={wanted} onWanted={setWanted} shown={found.length} total={total} />
      )}
      {visitors ? <UnknownVisitors accounts={accounts} lists={lists} known={known} /> : <Loading label={t.loading} />}
      {known.size > 0 && !views.length && <Empty icon="visitors" title={t.none} text={t.noneText} />}
      {views.length > 0 &&
        !found.length &&
        (more ? <Loading label={t.loading} /> : <Empty icon="visitors" title={t.noMatch} text={t.noMatchText} />)}
      <VisitorList found={found} accounts={accounts} onOpen={onOpen} limit={limit} onNearEnd={more} />
      {found.some(({ row }) => row.seen.place) && <PlaceCredit />}
    </div>
  )
}

interface ListProps extends Props {
  readonly found: readonly VisitorView[]
  readonly limit: number
  readonly onNearEnd: (() => void) | undefined
}

function VisitorList({ found, accounts, onOpen, limit, onNearEnd }: ListProps) {
  const end = useNearEnd<HTMLLIElement>(onNearEnd)
  return (
    <ul class="visitor-list" aria-label={t.heading}>
      {found.map((view) => (
        <li key={visitorKey(view.row.accountId, view.row.visitorId)}>
          <VisitorCard
            view={view}
            account={accounts.length > 1 ? accounts.find(({ id }) => id === view.row.accountId) : undefined}
            mayObserve={accounts.find(({ id }) => id === view.row.accountId)?.mayObserve === true}
            onOpen={onOpen}
          />
        </li>
      ))}
      {/* Another element each time: one that stays in sight is looked at again. */}
      {onNearEnd && <li key={`end-${limit}`} class="end" aria-hidden="true" ref={end} />}
    </ul>
  )
}

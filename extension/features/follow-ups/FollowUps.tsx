import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { type ChatKey, keyText } from '../chats/chat-key.ts'
import { subjectOfFollowUp } from '../filter/chat-filter.ts'
import { FilteredOut, FilterNote } from '../filter/FilterNote.tsx'
import { useFiltering } from '../filter/use-filtering.ts'
import { FollowUpCard } from './FollowUpCard.tsx'
import { useFollowUps, useFreshFollowUps } from './use-follow-ups.ts'
import './FollowUps.css'

interface Props {
  readonly list: FollowUpList
  readonly accounts: readonly AccountRow[]
  /** Reads what was said, and does what can be done. */
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.followUps

/** **Abandoned** or **Callbacks** (A25): what still wants somebody, until somebody says **Done**. */
export function FollowUps({ list, accounts, onOpen }: Props) {
  useFreshFollowUps(accounts)
  const views = useFollowUps(list)
  const filtering = useFiltering()
  if (!views || !filtering) return <Loading label={texts.chats.loading} />
  if (!views.length) return <Empty icon="check" title={t.none[list]} text={t.noneText[list]} />
  const passing = views.filter(({ row }) => filtering.passes(subjectOfFollowUp(row)))
  const hidden = views.length - passing.length
  if (!passing.length) return <FilteredOut hidden={hidden} />
  return (
    <ul class="follow-ups" aria-label={t.heading[list]}>
      {passing.map((view) => (
        <li key={keyText(view.row)}>
          <FollowUpCard
            view={view}
            onOpen={() => onOpen(view.row)}
            account={accounts.length > 1 ? accounts.find(({ id }) => id === view.row.accountId) : undefined}
          />
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <FilterNote hidden={hidden} />
        </li>
      )}
    </ul>
  )
}

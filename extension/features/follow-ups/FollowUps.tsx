import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { keyText } from '../chats/chat-key.ts'
import { FollowUpCard } from './FollowUpCard.tsx'
import { useFollowUps, useFreshFollowUps } from './use-follow-ups.ts'
import './FollowUps.css'

interface Props {
  readonly list: FollowUpList
  readonly accounts: readonly AccountRow[]
}

const t = texts.followUps

/** **Abandoned** or **Callbacks** (A25): what still wants somebody, until somebody says **Done**. */
export function FollowUps({ list, accounts }: Props) {
  useFreshFollowUps(accounts)
  const views = useFollowUps(list)
  if (!views) return <Loading label={texts.chats.loading} />
  if (!views.length) return <Empty icon="check" title={t.none[list]} text={t.noneText[list]} />
  return (
    <ul class="follow-ups" aria-label={t.heading[list]}>
      {views.map((view) => (
        <li key={keyText(view.row)}>
          <FollowUpCard
            view={view}
            account={accounts.length > 1 ? accounts.find(({ id }) => id === view.row.accountId) : undefined}
          />
        </li>
      ))}
    </ul>
  )
}

import type { AccountRow, VisitorListRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { hostOf } from '../accounts/account-name.ts'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly lists: readonly VisitorListRow[]
  readonly known: ReadonlySet<string>
}

const t = texts.visitors

/** What to say of servers that have not told who is on their sites, or not lately. A lost connection is told above all lists. */
export function UnknownVisitors({ accounts, lists, known }: Props) {
  const unknown = accounts.filter(({ id }) => !known.has(id))
  const problemOf = ({ id }: AccountRow) => lists.find(({ accountId }) => accountId === id)?.problem ?? null
  const isLost = (account: AccountRow) =>
    problemOf(account) !== null || account.state === 'offline' || account.state === 'signed-out'
  if (!known.size && unknown.every(isLost)) return <Empty icon="offline" title={t.unknown} text={t.unknownText} />
  if (!known.size) return <Loading label={t.loading} />
  return (
    <>
      {unknown
        .filter((account) => account.state === 'online' && problemOf(account))
        .map((account) => (
          <Banner key={account.id} boxed tone="warn" icon="warning">
            {t.problem(hostOf(account), problemOf(account) ?? '')}
          </Banner>
        ))}
    </>
  )
}

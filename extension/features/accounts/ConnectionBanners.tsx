import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { openOptions } from '../../platform/options-page.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { hostOf } from './account-name.ts'

const t = texts.accounts

/** What is not as it should be with the connections: one line for each account that is not online. */
export const ConnectionBanners = ({ accounts }: { readonly accounts: readonly AccountRow[] }) => (
  <>
    {accounts.map((account) => (
      <ConnectionBanner key={account.id} account={account} alone={accounts.length === 1} />
    ))}
  </>
)

function ConnectionBanner({ account, alone }: { readonly account: AccountRow; readonly alone: boolean }) {
  const host = hostOf(account)
  switch (account.state) {
    case 'online':
      return null
    case 'connecting':
      return <Banner icon="hourglass">{alone ? t.connecting : t.connectingTo(host)}</Banner>
    case 'offline':
      return (
        <Banner icon="offline" tone="warn">
          {t.offline(host)}
        </Banner>
      )
    case 'signed-out':
      return (
        <Banner icon="warning" tone="bad" actions={<Button onClick={openOptions}>{t.signInAgain}</Button>}>
          {t.signedOut(host)}
        </Banner>
      )
  }
}

import { useState } from 'preact/hooks'
import type { AccountId, AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { AccountItem } from './AccountItem.tsx'
import { hostOf } from './account-name.ts'
import { SignIn } from './SignIn.tsx'
import './Accounts.css'

const t = texts.accounts

/** The accounts of this browser, and the form that adds one: at once when there is none. */
export function Accounts({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const [isAdding, setAdding] = useState(false)
  const [added, setAdded] = useState<AccountId | null>(null)
  const account = accounts.find(({ id }) => id === added)
  return (
    <div class="accounts">
      {account && (
        <Banner icon="check" boxed>
          {t.signedIn(account.agent.name, hostOf(account))}
        </Banner>
      )}
      {accounts.length > 0 && (
        <ul aria-label={t.list}>
          {accounts.map((one) => (
            <li key={one.id}>
              <AccountItem account={one} />
            </li>
          ))}
        </ul>
      )}
      {isAdding || !accounts.length ? (
        <section class="add" aria-labelledby="add-server">
          <h3 id="add-server">{t.add}</h3>
          <SignIn
            onSignedIn={(accountId) => {
              setAdded(accountId)
              setAdding(false)
            }}
          />
        </section>
      ) : (
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t.addAnother}
        </Button>
      )}
    </div>
  )
}

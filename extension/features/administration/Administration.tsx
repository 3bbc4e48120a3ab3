import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { hostOf } from '../accounts/account-name.ts'
import './Administration.css'
import { ServerAdministration } from './ServerAdministration.tsx'

const t = texts.administration

/** For each server whose administrator is signed in here (D1): its agents, groups with their office hours, statuses, and the secret of signed identities. */
export function Administration({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const administered = accounts.filter(({ role }) => role === 'administrator')
  return (
    <>
      {administered.map((account) => (
        <section key={account.id} aria-labelledby={`administration-${account.id}`}>
          <h2 id={`administration-${account.id}`}>{accounts.length > 1 ? t.headingOf(hostOf(account)) : t.heading}</h2>
          <p class="intro">{t.intro}</p>
          <ServerAdministration account={account} />
        </section>
      ))}
    </>
  )
}

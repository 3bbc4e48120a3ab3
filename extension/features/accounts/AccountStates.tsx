import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Dot } from '../../ui/Dot.tsx'
import { hostOf } from './account-name.ts'
import { toneOf } from './account-state.ts'
import './AccountStates.css'

/** How the connections are, at a glance: the state in words for one account, a dot each for several (A17). */
export function AccountStates({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const [only, ...others] = accounts
  if (!only) return null
  if (!others.length)
    return (
      <span class="account-states">
        <Dot tone={toneOf[only.state]} />
        {texts.accounts.state[only.state]}
      </span>
    )
  return (
    <span class="account-states">
      {accounts.map((account) => (
        <Dot
          key={account.id}
          tone={toneOf[account.state]}
          label={texts.accounts.stateOf(hostOf(account), texts.accounts.state[account.state])}
        />
      ))}
    </span>
  )
}

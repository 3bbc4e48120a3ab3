import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Dot } from '../../ui/Dot.tsx'
import { hostOf } from './account-name.ts'
import { toneOf } from './account-state.ts'
import './AccountStates.css'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** Where there is no room for the words: they are in the dot's label. */
  readonly compact?: boolean
}

/** How the connections are, at a glance: the state in words for one account, a dot each for several (A17). */
export function AccountStates({ accounts, compact }: Props) {
  const [only, ...others] = accounts
  if (only && !others.length && !compact)
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

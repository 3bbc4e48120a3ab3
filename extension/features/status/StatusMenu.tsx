import { useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { hostOf } from '../accounts/account-name.ts'
import { AccountStatus } from './AccountStatus.tsx'
import { accountTone, accountWords } from './status-words.ts'
import './StatusMenu.css'

interface Props {
  /** At least one. */
  readonly accounts: readonly AccountRow[]
}

const t = texts.status

/** On the agent's avatar (A38): how each account is at a glance (A17), and the way to change it or to sign out. */
export function StatusMenu({ accounts }: Props) {
  const [problem, setProblem] = useState<string>()
  const [first, ...others] = accounts
  if (!first) return null
  const words = others.length
    ? accounts.map((account) => texts.accounts.stateOf(hostOf(account), accountWords(account))).join(', ')
    : accountWords(first)
  const learn = () => {
    setProblem(undefined)
    // What is known already is shown meanwhile, or in its place.
    for (const { id } of accounts) command('learn-statuses', { accountId: id }).catch(() => {})
  }
  return (
    <Menu
      label={t.menu(words)}
      onOpen={learn}
      problem={problem}
      button={
        <span class="my-status">
          <Avatar name={first.agent.name} />
          {accounts.map((account) => (
            <Dot key={account.id} tone={accountTone(account)} />
          ))}
          <VisuallyHidden>{t.menu(words)}</VisuallyHidden>
          {!others.length && (
            <span class="words" aria-hidden="true">
              {words}
            </span>
          )}
        </span>
      }
    >
      {(close) =>
        accounts.map((account) => (
          <AccountStatus key={account.id} account={account} onDone={close} onProblem={setProblem} />
        ))
      }
    </Menu>
  )
}

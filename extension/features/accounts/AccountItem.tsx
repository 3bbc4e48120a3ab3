import { useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { AccountColor } from './AccountColor.tsx'
import { hostOf, nameOf } from './account-name.ts'
import { toneOf } from './account-state.ts'
import { RemoveAccount } from './RemoveAccount.tsx'
import { SignIn } from './SignIn.tsx'
import './AccountItem.css'

const t = texts.accounts

/** One account: its colour, its state in words, and the ways out; signed out, also the way back in. */
export function AccountItem({ account }: { readonly account: AccountRow }) {
  const [asks, setAsks] = useState<'remove' | 'sign-in' | null>(null)
  const name = nameOf(account)
  const isOut = account.state === 'signed-out'
  return (
    <article class="account-item" aria-label={name}>
      <AccountColor color={account.color} />
      <div class="row">
        <div class="who">
          <h3>
            <bdi>{hostOf(account)}</bdi>
          </h3>
          <p class="state">
            <Dot tone={toneOf[account.state]} />
            <span>
              {t.state[account.state]} · <bdi>{account.agent.name}</bdi>
            </span>
          </p>
        </div>
        <div class="actions">
          {' '}
          {isOut ? (
            <Button aria-expanded={asks === 'sign-in'} onClick={() => setAsks('sign-in')}>
              {t.signInAgain}
            </Button>
          ) : (
            <Button aria-description={name} onClick={() => attempt(command('sign-out', { accountId: account.id }))}>
              {t.signOut}
            </Button>
          )}
          {asks !== 'remove' && (
            <Button aria-description={name} onClick={() => setAsks('remove')}>
              {t.remove}
            </Button>
          )}
        </div>{' '}
      </div>
      {asks === 'remove' && <RemoveAccount account={account} onKeep={() => setAsks(null)} />}
      {asks === 'sign-in' && isOut && (
        <SignIn start={{ serverUrl: account.serverUrl, username: account.username }} onSignedIn={() => setAsks(null)} />
      )}
    </article>
  )
}

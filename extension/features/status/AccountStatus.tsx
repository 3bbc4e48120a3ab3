import type { StatusId } from '#shared/contract/groups.ts'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { openOptions } from '../../platform/options-page.ts'
import { MenuChoice, MenuItem } from '../../ui/MenuItem.tsx'
import { nameOf } from '../accounts/account-name.ts'
import { statusesOf, statusName } from './status-words.ts'

interface Props {
  readonly account: AccountRow
  readonly onDone: () => void
  readonly onProblem: (sentence: string | undefined) => void
}

const t = texts.status

/** One account in the menu: its statuses, and the way out of it. */
export function AccountStatus({ account, onDone, onProblem }: Props) {
  const { id: accountId, state, presence } = account
  const choose = async (status: StatusId) => {
    onProblem(undefined)
    const answer = await command('set-status', { accountId, status }).catch(() => null)
    if (answer?.ok) onDone()
    else onProblem(answer?.refusal.message ?? texts.surfaces.failed)
  }
  const signOut = () => {
    onDone()
    void attempt(command('sign-out', { accountId }))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu holds no fieldset
    <div role="group" aria-label={nameOf(account)}>
      <p class="account" aria-hidden="true">
        <bdi>{nameOf(account)}</bdi>
      </p>
      {state !== 'signed-out' &&
        statusesOf(account).map((status) => (
          <MenuChoice key={status.id} chosen={presence?.status === status.id} onPick={() => choose(status.id)}>
            <bdi>{statusName(status)}</bdi>
            {!status.builtIn && <span class="takes">{status.takesChats ? t.takesChats : t.takesNone}</span>}
          </MenuChoice>
        ))}
      {state === 'signed-out' ? (
        <MenuItem onPick={openOptions}>{texts.accounts.signInAgain}</MenuItem>
      ) : (
        <MenuItem onPick={signOut}>{texts.accounts.signOut}</MenuItem>
      )}
    </div>
  )
}

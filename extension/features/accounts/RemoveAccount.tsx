import { useEffect, useRef } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'
import { nameOf } from './account-name.ts'

const t = texts.accounts

/** Asks in place before an account and all that this browser holds of it is deleted. */
export function RemoveAccount({ account, onKeep }: { readonly account: AccountRow; readonly onKeep: () => void }) {
  const group = useRef<HTMLFieldSetElement>(null)
  const question = t.removeQuestion(nameOf(account))
  useEffect(() => group.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset class="row" aria-label={question} ref={group} onKeyDown={(event) => event.key === 'Escape' && onKeep()}>
      <p class="question">{question}</p>
      <Button look="danger" onClick={() => attempt(command('remove-account', { accountId: account.id }))}>
        {t.remove}
      </Button>
      <Button onClick={onKeep}>{t.cancel}</Button>
    </fieldset>
  )
}

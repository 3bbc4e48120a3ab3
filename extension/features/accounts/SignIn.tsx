import { useRef, useState } from 'preact/hooks'
import type { AccountId } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { addressWarning, missingIn, refusedAt, type SignInForm, type SignInProblems } from './sign-in-problem.ts'
import './SignIn.css'

interface Props {
  /** What is known already, when a person signs in again. */
  readonly start?: Partial<SignInForm>
  readonly onSignedIn: (accountId: AccountId) => void
}

const t = texts.accounts

/** The sign-in to a server. Whatever goes wrong is said at its field, and what was typed stays. */
export function SignIn({ start = {}, onSignedIn }: Props) {
  const [form, setForm] = useState<SignInForm>({ serverUrl: '', username: '', password: '', ...start })
  const [problems, setProblems] = useState<SignInProblems>({})
  const [isBusy, setBusy] = useState(false)
  const root = useRef<HTMLFormElement>(null)
  const warning = addressWarning(form.serverUrl)

  const field = (key: keyof SignInForm) => ({
    value: form[key],
    error: problems[key],
    onValue(value: string) {
      // A password manager fills all fields before the next drawing.
      setForm((now) => ({ ...now, [key]: value }))
      setProblems((now) => ({ ...now, [key]: undefined }))
    },
  })
  const fail = (found: SignInProblems) => {
    setProblems(found)
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const missing = missingIn(form)
    if (missing) return fail(missing)
    setBusy(true)
    const answer = await command('add-account', form).catch(() => null)
    setBusy(false)
    if (!answer) return fail({ serverUrl: texts.surfaces.failed })
    if (!answer.ok) return fail(refusedAt(answer.refusal))
    onSignedIn(answer.value.accountId)
  }
  return (
    <form class="sign-in" noValidate ref={root} onSubmit={submit}>
      <TextField
        label={t.server}
        hint={t.serverHint}
        inputMode="url"
        autoComplete="url"
        spellcheck={false}
        dir="ltr"
        {...field('serverUrl')}
      />
      {warning && (
        <Banner tone="warn" icon="warning" boxed>
          {warning}
        </Banner>
      )}
      <TextField
        label={t.username}
        autoComplete="username"
        autoCapitalize="none"
        spellcheck={false}
        {...field('username')}
      />
      <TextField label={t.password} type="password" autoComplete="current-password" {...field('password')} />
      <Button look="primary" type="submit" disabled={isBusy}>
        {isBusy ? t.signingIn : t.signIn}
      </Button>
    </form>
  )
}

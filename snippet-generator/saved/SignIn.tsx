import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { SavedWidgets } from './saved-widgets.ts'

/** With the account of the extension. What comes of it stays in this tab. */
export function SignIn({ saved }: { saved: SavedWidgets }) {
  const username = useSignal('')
  const password = useSignal('')
  const id = useId()
  const submit = async (event: Event) => {
    event.preventDefault()
    await saved.signIn(username.value, password.value)
    if (!saved.problem.value) password.value = ''
  }
  return (
    <form class="line" aria-label="Sign in as an administrator" onSubmit={submit}>
      <div class="field">
        <label for={`${id}-name`}>Username</label>
        <input
          id={`${id}-name`}
          type="text"
          autocomplete="username"
          required
          value={username.value}
          onInput={(event) => {
            username.value = event.currentTarget.value
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}-word`}>Password</label>
        <input
          id={`${id}-word`}
          type="password"
          autocomplete="current-password"
          required
          value={password.value}
          onInput={(event) => {
            password.value = event.currentTarget.value
          }}
        />
      </div>
      <button type="submit" class="button" disabled={saved.busy.value}>
        Sign in
      </button>
    </form>
  )
}

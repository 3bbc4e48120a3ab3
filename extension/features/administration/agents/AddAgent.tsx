import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../../i18n/texts.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { AdminForm } from '../AdminForm.tsx'
import type { AreaProps } from '../area.ts'
import { nameProblem } from '../name-problem.ts'
import { type Problems, refusedAt } from '../problems.ts'
import { useForm } from '../use-form.ts'

interface Draft {
  readonly name: string
  readonly username: string
  readonly password: string
}

const { agents: t, tooLong } = texts.administration

/** A new agent, with the password that they sign in with first. */
export function AddAgent({ server, place, leaving }: AreaProps) {
  const form = useForm({
    start: { name: '', username: '', password: '' } satisfies Draft,
    check,
    save: ({ name, username, password }) =>
      server.ask('createAgent', { body: { name: name.trim(), username: username.trim(), password } }),
    refused: (refusal, { name }) => refusedAt(refusal, [/^(name|username|password)/], name),
    async onSaved({ agent }) {
      await server.reload()
      place.onClose(t.added(agent.name, agent.username))
    },
    leaving,
  })
  const { draft, change, problems } = form
  return (
    <AdminForm title={t.add} form={form} leaving={leaving} onCancel={() => place.onClose()}>
      <TextField
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        value={draft.name}
        onValue={(name) => change({ name })}
        error={problems.name}
      />
      <TextField
        label={t.username}
        hint={t.usernameHint}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        value={draft.username}
        onValue={(username) => change({ username })}
        error={problems.username}
      />
      <TextField
        label={t.password}
        hint={t.passwordHint(limits.passwordAtLeast)}
        type="password"
        autoComplete="new-password"
        value={draft.password}
        onValue={(password) => change({ password })}
        error={problems.password}
      />
    </AdminForm>
  )
}

const check = ({ name, username, password }: Draft): Problems => ({
  ...nameProblem(name),
  ...(!username.trim() && { username: t.missingUsername }),
  ...(username.trim().length > limits.username && { username: tooLong(limits.username) }),
  ...(password.length < limits.passwordAtLeast && { password: t.shortPassword(limits.passwordAtLeast) }),
  ...(password.length > limits.password && { password: tooLong(limits.password) }),
})

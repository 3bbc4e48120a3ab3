import { useState } from 'preact/hooks'
import type { ActorId } from '#shared/contract/ids.ts'
import { texts } from '../../../i18n/texts.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { AdminForm } from '../AdminForm.tsx'
import type { AreaProps } from '../area.ts'
import { nameProblem } from '../name-problem.ts'
import { type Problems, refusedAt } from '../problems.ts'
import { useForm } from '../use-form.ts'

interface Draft {
  readonly name: string
  readonly capacity: string
  readonly mayObserve: boolean
}

const { agents: t, saved } = texts.administration
const j = texts.joining

/** What an agent is called, and how many chats at once they are offered (R4), and whether they may observe (L6). */
export function EditAgent({ agentId, lists, server, place, leaving }: AreaProps & { readonly agentId: string }) {
  const [agent] = useState(() => lists.agents.find(({ id }) => id === agentId))
  const isAdministrator = agent?.role === 'administrator'
  const form = useForm({
    start: {
      name: agent?.name ?? '',
      capacity: String(agent?.capacity ?? ''),
      mayObserve: agent?.mayObserve === true,
    } satisfies Draft,
    check,
    save: ({ name, capacity, mayObserve }) =>
      server.ask('updateAgent', {
        params: { agentId: agentId as ActorId },
        body: { name: name.trim(), capacity: Number(capacity), ...(!isAdministrator && { mayObserve }) },
      }),
    refused: (refusal, { name }) => refusedAt(refusal, [/^(name|capacity)/], name),
    async onSaved(answer) {
      await server.reload()
      place.onClose(saved(answer.agent.name))
    },
    leaving,
  })
  const { draft, change, problems } = form
  return (
    <AdminForm title={t.edit(agent?.name ?? '')} form={form} leaving={leaving} onCancel={() => place.onClose()}>
      <TextField
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        value={draft.name}
        onValue={(name) => change({ name })}
        error={problems.name}
      />
      <TextField
        label={t.capacity}
        hint={t.capacityHint}
        inputMode="numeric"
        autoComplete="off"
        value={draft.capacity}
        onValue={(capacity) => change({ capacity })}
        error={problems.capacity}
      />
      {!isAdministrator && (
        <Checkbox
          label={j.mayObserve}
          checked={draft.mayObserve}
          onChecked={(mayObserve) => change({ mayObserve })}
          hint={draft.mayObserve ? j.mayObserveHint : j.mayNotObserveHint}
        />
      )}
    </AdminForm>
  )
}

const check = ({ name, capacity }: Draft): Problems => ({
  ...nameProblem(name),
  ...(!/^(100|[1-9]\d?)$/.test(capacity.trim()) && { capacity: t.badCapacity }),
})

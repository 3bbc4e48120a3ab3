import { useState } from 'preact/hooks'
import type { ActorId } from '#shared/contract/ids.ts'
import { texts } from '../../../i18n/texts.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { AdminForm } from '../AdminForm.tsx'
import type { AreaProps } from '../area.ts'
import { nameProblem } from '../name-problem.ts'
import { type Problems, refusedAt } from '../problems.ts'
import { useForm } from '../use-form.ts'

interface Draft {
  readonly name: string
  readonly capacity: string
}

const { agents: t, saved } = texts.administration

/** What an agent is called, and how many chats at once they are offered (R4). */
export function EditAgent({ agentId, lists, server, place, leaving }: AreaProps & { readonly agentId: string }) {
  const [agent] = useState(() => lists.agents.find(({ id }) => id === agentId))
  const form = useForm({
    start: { name: agent?.name ?? '', capacity: String(agent?.capacity ?? '') } satisfies Draft,
    check,
    save: ({ name, capacity }) =>
      server.ask('updateAgent', {
        params: { agentId: agentId as ActorId },
        body: { name: name.trim(), capacity: Number(capacity) },
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
    </AdminForm>
  )
}

const check = ({ name, capacity }: Draft): Problems => ({
  ...nameProblem(name),
  ...(!/^(100|[1-9]\d?)$/.test(capacity.trim()) && { capacity: t.badCapacity }),
})

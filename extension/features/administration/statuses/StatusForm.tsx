import { useState } from 'preact/hooks'
import type { StatusId } from '#shared/contract/groups.ts'
import { texts } from '../../../i18n/texts.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { AdminForm } from '../AdminForm.tsx'
import type { AreaProps } from '../area.ts'
import { nameProblem } from '../name-problem.ts'
import { refusedAt } from '../problems.ts'
import { useForm } from '../use-form.ts'

const { statuses: t, added, saved } = texts.administration

/** A status of this server, new or known. */
export function StatusForm({ lists, server, place, leaving }: AreaProps) {
  const [status] = useState(() => lists.statuses.find(({ id }) => id === place.open))
  // The same at every try: it is added once.
  const [statusId] = useState(() => status?.id ?? (crypto.randomUUID() as string as StatusId))
  const others = lists.statuses.filter(({ id }) => id !== statusId).map(({ name }) => name)
  const form = useForm({
    start: { name: status?.name ?? '', takesChats: status?.takesChats ?? false },
    check: ({ name }) => nameProblem(name, others),
    save: ({ name, takesChats }) =>
      server.ask('saveStatus', { params: { statusId }, body: { name: name.trim(), takesChats } }),
    refused: (refusal, { name }) => refusedAt(refusal, [/^name/], name),
    async onSaved(answer) {
      await server.reload()
      place.onClose((status ? saved : added)(answer.status.name))
    },
    leaving,
  })
  const { draft, change, problems } = form
  return (
    <AdminForm
      title={status ? t.edit(status.name) : t.add}
      form={form}
      leaving={leaving}
      onCancel={() => place.onClose()}
    >
      <TextField
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        value={draft.name}
        onValue={(name) => change({ name })}
        error={problems.name}
      />
      <Checkbox
        label={t.takesChats}
        checked={draft.takesChats}
        onChecked={(takesChats) => change({ takesChats })}
        hint={draft.takesChats ? t.takesChatsOn : t.takesChatsOff}
      />
    </AdminForm>
  )
}

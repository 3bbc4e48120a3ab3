import { useState } from 'preact/hooks'
import type { GroupId } from '#shared/contract/ids.ts'
import { texts } from '../../../i18n/texts.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { AdminForm } from '../AdminForm.tsx'
import type { AreaProps } from '../area.ts'
import { HoursFields } from '../hours/HoursFields.tsx'
import { refusedAt } from '../problems.ts'
import { useForm } from '../use-form.ts'
import { ChatFields } from './ChatFields.tsx'
import { draftGroup, groupFields, groupProblems, savedGroupOf } from './group-draft.ts'
import { Members } from './Members.tsx'
import { RingingFields } from './RingingFields.tsx'

const { groups: t, added, saved } = texts.administration

/** All of a group, new or known: one form, so that it changes at once. */
export function GroupForm({ lists, server, place, leaving }: AreaProps) {
  const [group] = useState(() => lists.groups.find(({ id }) => id === place.open) ?? null)
  // The same at every try: it is added once.
  const [groupId] = useState(() => group?.id ?? (crypto.randomUUID() as string as GroupId))
  // What it was when it was opened; after a word that it has changed, what it is by now.
  const [replaces, setReplaces] = useState(group?.version ?? 0)
  const others = lists.groups.filter(({ id }) => id !== groupId).map(({ name }) => name)
  const form = useForm({
    start: draftGroup(group),
    check: (draft) => groupProblems(draft, others),
    async save(draft) {
      const body = { ...savedGroupOf(draft, group?.settings), replaces }
      const answer = await server.ask('saveGroup', { params: { groupId }, body })
      if (!answer.ok && answer.refusal.code === 'changed-meanwhile') setReplaces(await versionNow())
      return answer
    },
    refused: (refusal, { name }) => refusedAt(refusal, groupFields, name),
    async onSaved(answer) {
      await server.reload()
      place.onClose((group ? saved : added)(answer.group.name))
    },
    leaving,
  })
  const { draft, change, problems } = form

  async function versionNow(): Promise<number> {
    const answer = await server.ask('listGroups', {})
    if (!answer.ok) return replaces
    return answer.value.groups.find(({ id }) => id === groupId)?.version ?? 0
  }

  return (
    <AdminForm
      title={group ? t.edit(group.name) : t.add}
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
      <Members
        agents={lists.agents}
        members={draft.members}
        onMembers={(members) => change({ members })}
        error={problems.members}
      />
      <HoursFields hours={draft.hours} onHours={(hours) => change({ hours })} problems={problems} />
      <RingingFields draft={draft} change={change} problems={problems} />
      <ChatFields draft={draft} change={change} problems={problems} />
    </AdminForm>
  )
}

import { useId } from 'preact/hooks'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice, type Option } from './Choice.tsx'
import { GroupSelect } from './GroupSelect.tsx'
import { PageRules } from './PageRules.tsx'
import { useOfferedGroups } from './use-offered-groups.ts'

type Part = Partial<Pick<FrameConfig, 'group' | 'rules' | 'groupChoice'>>

const ways: readonly Option<FrameConfig['groupChoice']>[] = [
  { value: 'none', name: 'Do not ask' },
  {
    value: 'ask',
    name: 'Let visitors choose',
    hint: 'Among the groups that are named above when there are two or more, else among all. They see names of groups, never of agents.',
  },
]

/** W8, W9r, W12: who gets the chats. */
export function Groups({ config, onChange }: { config: FrameConfig; onChange: (part: Part) => void }) {
  const id = useId()
  const groups = useOfferedGroups()
  const isUsed = config.group !== '' || config.rules.length > 0 || config.groupChoice !== 'none'
  if (!groups?.length && !isUsed)
    return (
      <p class="hint">
        {groups === null
          ? 'Asking which groups there are…'
          : 'Every chat goes to everyone. Once an administrator has made groups in the extension’s options, they can be chosen here.'}
      </p>
    )
  return (
    <>
      <div class="field">
        <label for={id}>Chats go to</label>
        <GroupSelect
          id={id}
          groups={groups}
          value={config.group}
          onChange={(group) => onChange({ group })}
          orEveryone
        />
      </div>
      <PageRules rules={config.rules} groups={groups ?? []} onChange={(rules) => onChange({ rules })} />
      <Choice
        label="When a chat begins"
        options={ways}
        value={config.groupChoice}
        onChange={(groupChoice) => onChange({ groupChoice })}
      />
    </>
  )
}

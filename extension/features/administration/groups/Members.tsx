import { useId, useState } from 'preact/hooks'
import type { AgentAccount } from '#shared/contract/answers.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { texts } from '../../../i18n/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { FieldNotes } from '../../../ui/FieldNotes.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { FormPart } from './FormPart.tsx'
import './Members.css'

interface Props {
  readonly agents: readonly AgentAccount[]
  readonly members: readonly ActorId[]
  readonly onMembers: (members: readonly ActorId[]) => void
  readonly error: string | undefined
}

const { groups: t, noMatch } = texts.administration
/** From so many on one searches rather than looks. */
const many = 7

/** Who is in a group: every agent with a box to tick. */
export function Members({ agents, members, onMembers, error }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const words = typed.trim().toLowerCase()
  const found = agents.filter(({ name, username }) => `${name} ${username}`.toLowerCase().includes(words))
  const toggle = (agent: ActorId, isIn: boolean) =>
    onMembers(isIn ? [...members, agent] : members.filter((one) => one !== agent))
  return (
    <FormPart heading={t.membersHeading} intro={t.membersCount(members.length, agents.length)}>
      {agents.length >= many && (
        <TextField type="search" label={t.searchMembers} value={typed} onValue={setTyped} autoComplete="off" />
      )}
      <ul class="members" aria-label={t.membersHeading}>
        {found.map((agent) => (
          <li key={agent.id}>
            <label>
              <input
                type="checkbox"
                checked={members.includes(agent.id)}
                onChange={(event) => toggle(agent.id, event.currentTarget.checked)}
              />
              <bdi>{agent.name}</bdi> <span class="username">{agent.username}</span>
            </label>
          </li>
        ))}
        {!found.length && <li class="none">{noMatch}</li>}
      </ul>
      {!members.length && (
        <Banner tone="warn" icon="warning" boxed>
          {t.noMembers}
        </Banner>
      )}
      {error && (
        <div class="field">
          <FieldNotes id={id} error={error} />
        </div>
      )}
    </FormPart>
  )
}

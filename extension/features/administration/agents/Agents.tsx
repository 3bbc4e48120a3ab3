import { texts } from '../../../i18n/texts.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import type { AreaProps } from '../area.ts'
import { Item } from '../Item.tsx'
import { Listing } from '../Listing.tsx'
import { AddAgent } from './AddAgent.tsx'
import { EditAgent } from './EditAgent.tsx'

const t = texts.administration.agents

/** Who can answer here: adding agents, and what they are called and can take (D1, R4). */
export function Agents(props: AreaProps) {
  const { account, lists, place } = props
  if (place.open === 'new') return <AddAgent {...props} />
  if (place.open) return <EditAgent key={place.open} agentId={place.open} {...props} />
  return (
    <Listing
      label={t.list}
      items={lists.agents}
      keyOf={({ id }) => id}
      wordsOf={({ name, username }) => `${name} ${username}`}
      addLabel={t.add}
      place={place}
      row={({ id, name, username, role, capacity }) => (
        <Item
          id={id}
          name={name}
          mark={<Avatar name={name} />}
          tag={role === 'administrator' ? t.administrator : undefined}
          facts={[id === account.agent.id ? `${username} (${t.you})` : username, t.takes(capacity)]}
          onEdit={() => place.onOpen(id)}
        />
      )}
    />
  )
}

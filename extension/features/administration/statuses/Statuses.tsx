import type { Status } from '#shared/contract/groups.ts'
import { agentDot } from '#shared/domain/presence/dot.ts'
import { texts } from '../../../i18n/texts.ts'
import { Dot } from '../../../ui/Dot.tsx'
import { statusName, toneOfDot } from '../../status/status-words.ts'
import type { AreaProps } from '../area.ts'
import { Item } from '../Item.tsx'
import { Listing } from '../Listing.tsx'
import { StatusForm } from './StatusForm.tsx'

const t = texts.administration.statuses
const { builtIn, takesChats, takesNone } = texts.status

/** An agent who is there: how colleagues see them with each status. */
const present = { connected: true, idle: false }

/** What agents can say about themselves (P2): what every server has, and this one's own. */
export function Statuses(props: AreaProps) {
  const { lists, server, place } = props
  if (place.open) return <StatusForm key={place.open} {...props} />

  const remove = async ({ id, name }: Status) => {
    const answer = await server.ask('removeStatus', { params: { statusId: id } })
    if (!answer.ok) return answer.refusal.message
    await server.reload()
    const { fallback, agents } = answer.value
    place.onDone(t.removed(name, statusName({ id: fallback, name: fallback }), agents))
  }
  return (
    <Listing
      label={t.list}
      items={lists.statuses}
      keyOf={({ id }) => id}
      wordsOf={statusName}
      addLabel={t.add}
      place={place}
      row={(status) => (
        <Item
          id={status.id}
          name={statusName(status)}
          mark={<Dot tone={toneOfDot[agentDot({ ...present, status: status.id, takesChats: status.takesChats })]} />}
          tag={status.builtIn ? t.builtIn : undefined}
          facts={[status.takesChats ? takesChats : takesNone]}
          {...(!status.builtIn && {
            onEdit: () => place.onOpen(status.id),
            removal: {
              question: t.removeQuestion(status.name, status.takesChats ? builtIn.online : builtIn.away),
              remove: () => remove(status),
            },
          })}
        />
      )}
    />
  )
}

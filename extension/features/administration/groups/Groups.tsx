import type { GroupDetails } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import { isOpen } from '#shared/domain/office-hours/office-hours.ts'
import { texts } from '../../../i18n/texts.ts'
import { clock } from '../../../live/clock.ts'
import type { AreaProps } from '../area.ts'
import { Item } from '../Item.tsx'
import { Listing } from '../Listing.tsx'
import { GroupForm } from './GroupForm.tsx'

const t = texts.administration.groups

/** Who answers what, and when (R4, D4). */
export function Groups(props: AreaProps) {
  const { lists, server, place } = props
  if (place.open) return <GroupForm key={place.open} {...props} />

  const remove = async ({ id, name }: GroupDetails) => {
    const answer = await server.ask('removeGroup', { params: { groupId: id } })
    if (!answer.ok) return answer.refusal.message
    await server.reload()
    place.onDone(t.removed(name, answer.value.movedChats))
  }
  return (
    <Listing
      label={t.list}
      items={lists.groups}
      keyOf={({ id }) => id}
      wordsOf={({ name }) => name}
      addLabel={t.add}
      place={place}
      row={(group) => (
        <Item
          id={group.id}
          name={group.name}
          facts={factsOf(group)}
          onEdit={() => place.onOpen(group.id)}
          removal={
            group.id === everyone
              ? undefined
              : { question: t.removeQuestion(group.name, group.members.length), remove: () => remove(group) }
          }
        />
      )}
    />
  )
}

function factsOf({ members, settings }: GroupDetails): string[] {
  const { hours, offer } = settings
  const minute = Math.floor(clock.value / 60_000) * 60_000
  const open = hours ? (isOpen(hours, minute) ? t.openNow : t.closedNow) : t.alwaysOpen
  return [members.length ? t.members(members.length) : t.nobody, t.offers[offer], open]
}

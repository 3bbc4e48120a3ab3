import type { Group } from '#shared/contract/groups.ts'

interface GroupSelectProps {
  readonly id: string
  readonly label?: string
  readonly describedBy?: string
  readonly groups: readonly Group[] | null
  /** The id of a group; empty: Everyone. */
  readonly value: string
  readonly onChange: (group: string) => void
  /** Whether Everyone is among them. */
  readonly orEveryone?: boolean
}

/** One of the server's groups, by name; one that this server does not have (any more) keeps its id. */
export function GroupSelect({ id, label, describedBy, groups, value, onChange, orEveryone }: GroupSelectProps) {
  const unknown = value !== '' && groups !== null && !groups.some((group) => group.id === value)
  return (
    <select
      id={id}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(label && { 'aria-label': label })}
      {...(describedBy && { 'aria-describedby': describedBy })}
    >
      {orEveryone && <option value="">Everyone</option>}
      {groups?.map((group) => (
        <option key={group.id} value={group.id}>
          {group.name}
        </option>
      ))}
      {(unknown || (groups === null && value !== '')) && <option value={value}>{value}</option>}
    </select>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { clientFor } from '#shared/client/api-client.ts'
import { beginningPaths } from '#shared/contract/beginning-paths.ts'
import type { Group } from '#shared/contract/groups.ts'

/** The groups of this server that visitors may ask for; nothing before it has answered. None where it cannot be reached. */
export function useOfferedGroups(): readonly Group[] | null {
  const [groups, setGroups] = useState<readonly Group[] | null>(null)
  useEffect(() => {
    const { listOfferedGroups } = clientFor(beginningPaths, '', fetch.bind(window), () => null)
    listOfferedGroups({ query: {} }).then(
      (answer) => setGroups(answer.groups),
      () => setGroups([]),
    )
  }, [])
  return groups
}

import type { GroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import type { Agent } from './world.ts'

/** Changes the group that all agents are in. Gives what undoes it. */
export async function setEveryone({ api }: Agent, change: Partial<GroupSettings>): Promise<() => Promise<void>> {
  const group = (await api.listGroups({})).groups.find(({ id }) => id === everyone)
  if (!group) throw new Error('There is no such group.')
  const { id: groupId, name, settings, members } = group
  const save = async (next: GroupSettings) => {
    await api.saveGroup({ params: { groupId }, body: { name, settings: next, members } })
  }
  await save({ ...settings, ...change })
  return () => save(settings)
}

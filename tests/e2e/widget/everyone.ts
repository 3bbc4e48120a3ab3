import type { GroupSettings } from '#shared/contract/groups.ts'
import type { Agent } from './world.ts'

/** Changes the group that all agents are in. Gives what undoes it. */
export async function setEveryone({ api }: Agent, change: Partial<GroupSettings>): Promise<() => Promise<void>> {
  const [everyone] = (await api.listGroups({})).groups
  if (!everyone) throw new Error('There is no group.')
  const { id: groupId, name, settings, members } = everyone
  const save = async (next: GroupSettings) => {
    await api.saveGroup({ params: { groupId }, body: { name, settings: next, members } })
  }
  await save({ ...settings, ...change })
  return () => save(settings)
}

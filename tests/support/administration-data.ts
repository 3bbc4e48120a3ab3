import type { AgentAccount } from '#shared/contract/answers.ts'
import { defaultGroupSettings, type GroupDetails, type Status, type StatusId } from '#shared/contract/groups.ts'
import { type ActorId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { builtInStatuses } from '#shared/domain/presence/dot.ts'
import type { Lists } from '../../extension/features/administration/lists.ts'
import { anAccount } from './desk-data.ts'

const names = ['Ana Silva', 'Ben Okoye', 'Chidi Eze', 'Dana Levi', 'Łukasz Wiśniewski-Brzęczyszczykiewicz', 'Mia Chen']
const idOf = (name: string) => `agent-${name.split(' ')[0]?.toLowerCase()}` as ActorId

export const administrator = anAccount({
  agent: { id: idOf('Ana Silva'), name: 'Ana Silva' },
  role: 'administrator',
})

const agents: AgentAccount[] = names.map((name, i) => ({
  id: idOf(name),
  name,
  username: name.split(' ')[0]?.toLowerCase() ?? '',
  role: i === 0 ? 'administrator' : 'agent',
  capacity: i === 1 ? 1 : 5,
  mayObserve: i < 2,
}))

const day = [
  { from: 540, to: 720 },
  { from: 780, to: 1_020 },
]
const sales: GroupDetails = {
  id: '5a1e5000-0000-4000-8000-000000000001' as GroupId,
  name: 'Sales',
  version: 3,
  members: [idOf('Ben Okoye'), idOf('Mia Chen')],
  settings: {
    ...defaultGroupSettings,
    offer: 'one-by-one',
    order: 'round-robin',
    firstAnswerTarget: 60,
    hours: {
      zone: 'Europe/Berlin',
      week: [day, day, day, day, [{ from: 540, to: 840 }], [], []],
      holidays: [
        { date: '2026-12-25', name: 'Christmas Day', openings: [] },
        { date: '2026-12-31', name: 'New Year’s Eve', openings: [{ from: 540, to: 720 }] },
      ],
    },
  },
}

const lunch: Status = {
  id: '1c4c0000-0000-4000-8000-000000000001' as StatusId,
  name: 'Lunch',
  takesChats: false,
  builtIn: false,
}

/** What a server with some agents, groups and statuses says of itself. */
export const administered = (change: Partial<Lists> = {}): Lists => ({
  agents,
  groups: [
    { id: everyone, name: 'Everyone', members: agents.map(({ id }) => id), settings: defaultGroupSettings, version: 1 },
    { ...sales, id: '5a1e5000-0000-4000-8000-000000000002' as GroupId, name: 'Returns', members: [] },
    sales,
  ],
  statuses: [...builtInStatuses.map((status) => ({ ...status, builtIn: true })), lunch],
  ...change,
})

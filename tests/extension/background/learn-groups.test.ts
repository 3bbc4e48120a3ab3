import { expect, test, vi } from 'vitest'
import { defaultGroupSettings, type GroupDetails } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { learnsGroups } from '../../../extension/background/groups/learn-groups.ts'
import { db } from '../../../extension/core/db.ts'
import { billing, sales } from '../../support/attention-data.ts'
import { anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const account = anAccount()
const me = account.agent.id
const details = (group: typeof sales, members: ActorId[], firstAnswerTarget: number | null): GroupDetails => ({
  ...group,
  version: 1,
  members,
  settings: { ...defaultGroupSettings, firstAnswerTarget },
})

test('A12, R14: the groups, mine among them, and their targets are kept as the server says; at most once a minute', async () => {
  await seedDesk(deskOf([account], []))
  let groups = [details(sales, [me], 60), details(billing, [], null)]
  const listGroups = vi.fn(async () => ({ groups }))
  const learn = learnsGroups(account.id, me, { listGroups })
  await learn(true)
  const kept = async () =>
    (await db.groups.toArray()).map((row) => [row.name, row.isMine, row.firstAnswerTarget]).toSorted()
  expect(await kept()).toEqual([
    ['Billing', false, null],
    ['Sales', true, 60],
  ])
  groups = [details(billing, [me], 30)]
  await learn(false)
  expect(listGroups).toHaveBeenCalledTimes(1)
  await learn(true)
  expect(await kept()).toEqual([['Billing', true, 30]])
})

test('A12: nothing is written when nothing is new: the lists stay as they are', async () => {
  await seedDesk(deskOf([account], []))
  const learn = learnsGroups(account.id, me, {
    listGroups: async () => ({ groups: [details(sales, [me], 60), details(billing, [], null)] }),
  })
  await learn(true)
  const put = vi.spyOn(db.groups, 'bulkPut')
  await learn(true)
  expect(put).not.toHaveBeenCalled()
  put.mockRestore()
})

test('A12: an account that is gone by the time of the answer leaves nothing behind', async () => {
  await seedDesk(deskOf([], []))
  await learnsGroups(account.id, me, { listGroups: async () => ({ groups: [details(sales, [me], 60)] }) })(true)
  expect(await db.groups.count()).toBe(0)
})

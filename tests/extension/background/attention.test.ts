import { expect, test, vi } from 'vitest'
import { payAttention } from '../../../extension/background/attention/attention.ts'
import { db } from '../../../extension/core/db.ts'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const world = vi.hoisted(() => ({ rings: false, badge: '' }))
vi.mock('../../../extension/platform/sound.ts', () => ({
  ring: async (wanted: boolean) => {
    world.rings = wanted
  },
}))
vi.mock('../../../extension/platform/badge.ts', () => ({
  showBadge: async ({ text }: { text: string }) => {
    world.badge = text
  },
}))
vi.mock('../../../extension/platform/notify.ts', () => ({
  notify: async () => {},
  closeNotification: async () => {},
  correctNotification: async () => {},
}))

const account = anAccount()

test('R1: a request stops ringing when its time is over, and when the offer goes to a colleague', async () => {
  await seedDesk(deskOf([account], []))
  payAttention()
  const offered = aChat({ account }).offeredFor(1_000)
  await db.chats.bulkPut(offered.rows().chats)
  await vi.waitFor(() => expect(world).toEqual({ rings: true, badge: '1' }))
  // Nobody writes anything: the time alone ends it.
  await vi.waitFor(() => expect(world).toEqual({ rings: false, badge: '' }))
  expect(await db.chats.get([account.id, offered.chatId])).toMatchObject({ list: 'waiting' })

  const passed = aChat({ account }).offeredFor(60_000)
  await db.chats.bulkPut(passed.rows().chats)
  await vi.waitFor(() => expect(world.rings).toBe(true))
  await db.chats.bulkPut(passed.offeredTo('Mia').rows().chats)
  await vi.waitFor(() => expect(world).toEqual({ rings: false, badge: '' }))
})

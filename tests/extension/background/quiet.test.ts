import { afterEach, expect, test, vi } from 'vitest'
import { payAttention } from '../../../extension/background/attention/attention.ts'
import { db } from '../../../extension/core/db.ts'
import { setMonitor } from '../../../extension/core/monitor.ts'
import { writeSetting } from '../../../extension/core/settings.ts'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const world = vi.hoisted(() => ({ rings: false, badge: '', shown: new Set<string>() }))
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
  notify: async ({ id }: { id: string }) => void world.shown.add(id),
  closeNotification: async (id: string) => void world.shown.delete(id),
  correctNotification: async () => {},
}))

const account = anAccount()
const always = { on: true, from: 0, to: 0, days: [0, 1, 2, 3, 4, 5, 6] }
const state = () => ({ rings: world.rings, badge: world.badge, shown: [...world.shown].map((id) => id.split('/')[0]) })

afterEach(() => world.shown.clear())

test('A22: not to be disturbed: nothing rings, nothing notifies, the badge counts on; then all of it comes back', async () => {
  await seedDesk(deskOf([account], [aChat({ account })]))
  const look = payAttention()
  await vi.waitFor(() => expect(state()).toEqual({ rings: true, badge: '1', shown: ['request'] }))
  await writeSetting('doNotDisturb', always)
  await vi.waitFor(() => expect(state()).toEqual({ rings: false, badge: '1', shown: [] }))
  await db.chats.bulkPut(aChat({ account }).rows().chats)
  await vi.waitFor(() => expect(state()).toEqual({ rings: false, badge: '2', shown: [] }))
  await writeSetting('doNotDisturb', { ...always, on: false })
  await look()
  await vi.waitFor(() => expect(state()).toEqual({ rings: true, badge: '2', shown: ['request', 'request'] }))
})

test('A22, A20: what happens meanwhile in a monitored chat does not come in a storm when it is over', async () => {
  const chat = aChat({ account }).accepted().read()
  await seedDesk(deskOf([account], [chat]))
  await setMonitor(chat, 'visitor')
  const known = async () => (await db.monitors.get([chat.accountId, chat.chatId]))?.shown
  await writeSetting('doNotDisturb', always)
  const look = payAttention()
  const { chats, events } = chat.says('One').says('Two').rows()
  await db.transaction('rw', db.chats, db.events, db.cursors, async () => {
    await db.chats.bulkPut(chats)
    await db.events.bulkPut(events)
    for (const { accountId, stream, seq } of events) await db.cursors.put({ accountId, stream, seq })
  })
  await vi.waitFor(async () => expect(await known()).toBe(4))
  await writeSetting('doNotDisturb', { ...always, on: false })
  await look()
  await vi.waitFor(() => expect(state().shown).toEqual(['reply']))
})

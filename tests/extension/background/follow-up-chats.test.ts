import { expect, test } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { fetchChat } from '../../../extension/background/follow-ups/fetch-chat.ts'
import { forgetGoneChats } from '../../../extension/background/forget-gone-chats.ts'
import { db } from '../../../extension/core/db.ts'
import { setMonitor } from '../../../extension/core/monitor.ts'
import { aChat, aFollowUp, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const account = anAccount()
const hour = 60 * 60_000

test('A25: a chat that somebody is still to see to, or looks at, is kept; others are forgotten after an hour', async () => {
  const ago = 2 * hour
  const toFollow = aChat({ account, ago }).endedBy('Mia')
  const onScreen = aChat({ account, ago }).endedBy('Mia')
  const gone = aChat({ account, ago }).endedBy('Mia')
  const row = { ...aFollowUp('abandoned'), chatId: toFollow.chatId }
  await seedDesk(deskOf([account], [toFollow, onScreen, gone], [], [row]))
  await setMonitor(gone, 'all')
  const { accountId, chatId } = onScreen
  await db.views.put({ surfaceId: 'panel', accountId, chatId, until: Date.now() + hour })
  await forgetGoneChats(Date.now())
  const kept = async () => (await db.chats.toArray()).map((chat) => chat.chatId).toSorted()
  expect(await kept()).toEqual([toFollow.chatId, onScreen.chatId].toSorted())
  expect(await db.monitors.count()).toBe(0)

  await db.followUps.clear()
  await db.views.clear()
  await forgetGoneChats(Date.now())
  expect(await kept()).toEqual([])
  expect(await db.events.count()).toBe(0)
})

test('A25: a chat is fetched, or it is said why not', async () => {
  const { chatId } = aChat({ account })
  const asked: string[] = []
  expect(await fetchChat({ fetchChat: async (id) => void asked.push(id) }, chatId)).toEqual({ ok: true, value: {} })
  expect(asked).toEqual([chatId])
  const refusal = refuse('not-found', 'This chat does not exist.')
  const refuses = { fetchChat: () => Promise.reject(new ApiError(404, refusal, refusal.message)) }
  expect(await fetchChat(refuses, chatId)).toEqual({ ok: false, refusal })
  const fails = { fetchChat: () => Promise.reject(new TypeError('Failed to fetch')) }
  expect(await fetchChat(fails, chatId)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
  expect(await fetchChat(undefined, chatId)).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } })
})

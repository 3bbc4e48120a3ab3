import { expect, test } from 'vitest'
import { readAlertId } from '../../../extension/background/attention/alert-id.ts'
import { alertsOf } from '../../../extension/background/attention/alerts-of.ts'
import { readNeeds } from '../../../extension/background/attention/needs.ts'
import { db } from '../../../extension/core/db.ts'
import { knowAllOf, setMonitor } from '../../../extension/core/monitor.ts'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const account = anAccount()
const now = Date.now()

/** The chat as the browser holds it after what happened since. */
async function hold(chat: ChatStory) {
  const { chats, events } = chat.rows()
  const all = [...events, ...chat.inside()]
  await db.transaction('rw', db.chats, db.events, db.cursors, async () => {
    await db.chats.bulkPut(chats)
    await db.events.bulkPut(all)
    for (const { accountId, stream, seq } of all) await db.cursors.put({ accountId, stream, seq })
  })
}
async function aMonitoredChat(
  level: 'visitor' | 'all' | 'off',
  chat = aChat({ account, visitor: 'Maria' }).accepted(),
) {
  await seedDesk(deskOf([account], []))
  await hold(chat.read())
  await setMonitor(chat, level)
  return chat
}
const told = async () => alertsOf(await readNeeds(now)).map(({ id, title, message }) => ({ id, title, message }))
const words = async () => (await told()).map(({ message }) => message)

test('A20: the visitor’s activity: each of their events notifies, with name and words, and once', async () => {
  const chat = await aMonitoredChat('visitor')
  await hold(chat.says('One').colleagueSays('Mia', 'Not the visitor').says('Two'))
  expect(await told()).toEqual([
    { id: `event/${account.id}/${chat.chatId}/3`, title: 'Maria', message: 'One' },
    { id: `event/${account.id}/${chat.chatId}/5`, title: 'Maria', message: 'Two' },
  ])
})

test('A20: all activity: colleagues and what only staff is told too, but not my own', async () => {
  const chat = await aMonitoredChat('all')
  await hold(chat.colleagueSays('Mia', 'I take over').answers('Thank you').says('Fine').endedBy('Mia'))
  expect(await words()).toEqual(['Mia: I take over', 'Fine', 'Mia ended the chat'])
  const waiting = await aMonitoredChat('all', aChat({ account, visitor: 'Maria' }).notOffered())
  await hold(waiting.noted('Wants a size 44'))
  // My own note is no news to me.
  expect(await words()).toEqual([])
})

test('A20: off: only what every chat tells, the reply', async () => {
  const chat = await aMonitoredChat('off')
  await hold(chat.says('One').colleagueSays('Mia', 'Hello'))
  expect((await told()).map(({ id }) => id)).toEqual([`reply/${account.id}/${chat.chatId}`])
})

test('A20: what is on the screen, or was seen there, does not notify', async () => {
  const chat = await aMonitoredChat('visitor')
  const { accountId, chatId } = chat
  await db.views.put({ surfaceId: 'panel', accountId, chatId, until: now + 10_000 })
  await hold(chat.says('One'))
  expect(await words()).toEqual([])
  await knowAllOf((monitor) => monitor.chatId === chatId)
  await db.views.clear()
  // The reply has not been read by the server's count: as in every chat.
  expect((await told()).map(({ id }) => id)).toEqual([`reply/${accountId}/${chatId}`])
  await hold(chat.says('Two'))
  expect((await told()).map(({ id }) => id)).toEqual([`event/${accountId}/${chatId}/4`])
})

test('A20: after hours offline only the last events are told', async () => {
  const chat = await aMonitoredChat('visitor')
  for (let i = 1; i <= 9; i++) chat.says(`Message ${i}`)
  await hold(chat)
  expect(await words()).toEqual([5, 6, 7, 8, 9].map((i) => `Message ${i}`))
})

test('A20: a click on any of them leads to its chat; other ids are nobody’s', () => {
  expect(readAlertId('event/account/chat/i7')).toEqual({ kind: 'event', accountId: 'account', chatId: 'chat' })
  expect(readAlertId('due/account/chat')).toEqual({ kind: 'due', accountId: 'account', chatId: 'chat' })
  expect(['event/account/chat', 'due/account/chat/7', 'else/account/chat', 'event/a/b/c/d'].map(readAlertId)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

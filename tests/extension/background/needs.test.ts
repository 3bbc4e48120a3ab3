import { expect, test } from 'vitest'
import { alertsOf } from '../../../extension/background/attention/alerts-of.ts'
import { badgeOf } from '../../../extension/background/attention/badge-of.ts'
import { readNeeds } from '../../../extension/background/attention/needs.ts'
import { db } from '../../../extension/core/db.ts'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const account = anAccount()
const now = Date.now()

test('A2: the badge counts requests and chats with new replies, and its tooltip says what', async () => {
  const badge = await badgeWith(
    aChat({ account }),
    aChat({ account }),
    aChat({ account }).accepted().says('One').says('Two'),
    aChat({ account }).accepted().says('Seen').read(),
    aChat({ account }).takenBy('Ben').says('Not mine'),
  )
  expect(badge).toEqual({ text: '3', color: '#0a7d33', title: 'Deskbell: 2 requests waiting, 2 new replies' })
})

test('A2: nothing to do, no badge', async () => {
  expect(await badgeWith()).toMatchObject({ text: '', title: 'Deskbell' })
})

test('A2: what I declined, and what I am answering just now, is not counted', async () => {
  const badge = await badgeWith(
    aChat({ account }).declined(),
    aChat({ account }).underWay('acceptChat'),
    aChat({ account }).underWay('declineChat'),
    aChat({ account }),
  )
  expect(badge).toMatchObject({ text: '1', title: 'Deskbell: 1 request waiting' })
})

test('R1: what is offered to a colleague alone rings there, not here', async () => {
  const badge = await badgeWith(
    aChat({ account }).offeredTo('Mia'),
    aChat({ account }).notOffered(),
    aChat({ account }).offeredFor(30_000),
  )
  expect(badge).toMatchObject({ text: '1', title: 'Deskbell: 1 request waiting' })
})

test('R1: an offer that has run out rings no more, before anybody has said so', async () => {
  await seedDesk(deskOf([account], [aChat({ account, now }).offeredFor(30_000)]))
  expect((await readNeeds(now + 29_999)).requests).toHaveLength(1)
  expect((await readNeeds(now + 30_000)).requests).toEqual([])
})

test('A39: a message that the server refused shows as “!”, and the tooltip says so', async () => {
  const refusal = { code: 'chat-ended', message: 'This chat has ended.' } as const
  const badge = await badgeWith(aChat({ account }).accepted().read().unsent('Hello', { refusal }))
  expect(badge).toMatchObject({ text: '!', title: 'Deskbell: 1 message not sent' })
})

test('A22: an account that is signed out rings no more, and the badge says why', async () => {
  const signedOut = anAccount({ state: 'signed-out' })
  await seedDesk(deskOf([signedOut], [aChat({ account: signedOut })]))
  const needs = await readNeeds(now)
  expect(badgeOf(needs)).toMatchObject({ text: '!', title: 'Deskbell: signed out of chat.example.org' })
  expect(alertsOf(needs)).toEqual([])
})

test('A1: a request’s notification names the visitor and carries Accept and Decline; its id says what it is for', async () => {
  const chat = aChat({ account, visitor: 'Maria' }).says('Do you ship to Crete?')
  await seedDesk(deskOf([account], [chat]))
  expect(alertsOf(await readNeeds(now))).toEqual([
    {
      id: `request/${account.id}/${chat.chatId}`,
      title: 'Maria is waiting',
      message: 'Do you ship to Crete?',
      buttons: ['Accept', 'Decline'],
      stays: true,
      version: 0,
    },
  ])
})

test('A5: with several servers the notification says which', async () => {
  const second = anAccount({ order: 1, serverUrl: 'https://help.example.net' })
  await seedDesk(deskOf([account, second], [aChat({ account: second, visitor: 'Maria' })]))
  expect(alertsOf(await readNeeds(now))[0]?.title).toBe('Maria is waiting · help.example.net')
})

test('A2: a reply notifies, but not of the chat that the agent is looking at', async () => {
  const chat = aChat({ account, visitor: 'Maria' }).accepted().says('Still there?')
  await seedDesk(deskOf([account], [chat]))
  const ids = async () => alertsOf(await readNeeds(now)).map(({ id }) => id)
  const reply = `reply/${account.id}/${chat.chatId}`
  expect(await ids()).toEqual([reply])
  const view = { surfaceId: 'panel', accountId: account.id, chatId: chat.chatId }
  await db.views.put({ ...view, until: now + 10_000 })
  expect(await ids()).toEqual([])
  // The page was killed and renews its word no more.
  await db.views.put({ ...view, until: now - 1 })
  expect(await ids()).toEqual([reply])
})

async function badgeWith(...chats: ChatStory[]) {
  await seedDesk(deskOf([account], chats))
  return badgeOf(await readNeeds(now))
}

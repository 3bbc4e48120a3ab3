import { expect, test } from 'vitest'
import { alertsOf } from '../../../extension/background/attention/alerts-of.ts'
import { badgeOf } from '../../../extension/background/attention/badge-of.ts'
import { readNeeds } from '../../../extension/background/attention/needs.ts'
import { db } from '../../../extension/core/db.ts'
import { aGroup, billing, deskWith, sales } from '../../support/attention-data.ts'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'

const account = anAccount()
const now = Date.now()
const second = 1000
/** A hundred seconds for the first answer, twenty for every other. */
const promised = { firstAnswerTarget: 100, nextAnswerTarget: 20 }
const asked = { account, group: sales, now, visitor: 'Maria' }

async function deskOfSales(...chats: ChatStory[]) {
  await seedDesk(
    deskWith(deskOf([account], chats), {
      groups: [aGroup(sales, promised), aGroup(billing, { isMine: false, ...promised })],
    }),
  )
}
const dueIds = async (at: number) =>
  alertsOf(await readNeeds(at))
    .filter(({ id }) => id.startsWith('due/'))
    .map(({ id, version }) => `${id.split('/')[2]} ${version}`)

test('R14: a first answer that is due soon notifies, from four fifths of the time on, and the badge says so', async () => {
  const chat = aChat({ ...asked, ago: 79 * second })
  await deskOfSales(chat)
  const before = await readNeeds(now)
  expect(badgeOf(before).title).toBe('Deskbell: 1 request waiting')
  expect(await dueIds(now)).toEqual([])
  // Nobody writes anything: attention looks again at the moment of the warning.
  expect(before.changesAt).toBe(now + second)

  const soon = await readNeeds(now + second)
  expect(badgeOf(soon)).toMatchObject({ text: '1', title: 'Deskbell: 1 request waiting, 1 answer due soon' })
  expect(alertsOf(soon).find(({ id }) => id.startsWith('due/'))).toMatchObject({
    id: `due/${account.id}/${chat.chatId}`,
    title: 'Maria: answer due soon',
    version: now + 21 * second,
  })
  const late = await readNeeds(now + 21 * second)
  expect(badgeOf(late).title).toBe('Deskbell: 1 request waiting, 1 answer overdue')
  // The same warning, not a second one.
  expect(await dueIds(now + 21 * second)).toEqual(await dueIds(now + second))
})

test('R14: in my chats the next answer is due; a later message that waits too long warns anew', async () => {
  const chat = aChat({ ...asked, ago: 60 * second })
    .accepted()
    .answers('One moment')
    .at(now - 16 * second)
    .says('And?')
  await deskOfSales(chat)
  expect(await dueIds(now)).toEqual([`${chat.chatId} ${now + 4 * second}`])
  await deskOfSales(chat.at(now).answers('It is blue.'))
  expect(await dueIds(now + 1000 * second)).toEqual([])
  await deskOfSales(chat.at(now + 100 * second).says('And the other one?'))
  expect(await dueIds(now + 120 * second)).toEqual([`${chat.chatId} ${now + 120 * second}`])
})

test('R14: who is rung is warned, not everybody; what rings for nobody warns the group', async () => {
  const ago = 90 * second
  const toMe = aChat({ ...asked, ago }).offeredFor(60 * second)
  const toMia = aChat({ ...asked, ago }).offeredTo('Mia')
  const toNobody = aChat({ ...asked, ago }).notOffered()
  const ofOthers = aChat({ ...asked, group: billing, ago }).notOffered()
  const declined = aChat({ ...asked, ago }).declined()
  await deskOfSales(toMe, toMia, toNobody, ofOthers, declined)
  const warned = (await dueIds(now)).map((one) => one.split(' ')[0])
  expect(warned.toSorted()).toEqual([toMe.chatId, toNobody.chatId].toSorted())
})

test('R14: nothing was promised, or the answer is on its way, or the agent looks at it: no warning', async () => {
  const chat = aChat({ ...asked, ago: 90 * second })
  await seedDesk(deskWith(deskOf([account], [chat]), { groups: [aGroup(sales)] }))
  expect(await dueIds(now)).toEqual([])
  await deskOfSales(aChat({ ...asked, ago: 90 * second }).underWay('acceptChat'))
  expect(await dueIds(now)).toEqual([])
  await deskOfSales(chat)
  await db.views.put({ surfaceId: 'panel', accountId: account.id, chatId: chat.chatId, until: now + 10 * second })
  expect(await dueIds(now)).toEqual([])
})

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { StatusId } from '#shared/contract/groups.ts'
import { alertsOf } from '../../../extension/background/attention/alerts-of.ts'
import { readNeeds } from '../../../extension/background/attention/needs.ts'
import { notePresenceOf } from '../../../extension/background/team/learn-team.ts'
import { db } from '../../../extension/core/db.ts'
import { colleagueDraft } from '../../../extension/core/drafts.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { aChatWith, aColleague, aGroupRow, aTeamRow, withTeam } from '../../support/team-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const [ben, mia, noa] = [aColleague('Ben Okoye'), aColleague('Mia Chen'), aColleague('Noa Levi')]
const me = account.agent
const myself = aTeamRow(me)

async function showTeam(
  ...[team, chats = [], groups = []]: [
    Parameters<typeof withTeam>[1],
    ...[Parameters<typeof withTeam>[2]?, Parameters<typeof withTeam>[3]?],
  ]
) {
  await seedDesk(withTeam(deskOf([account], []), team, chats, groups))
  const heard = hearCommands()
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: 'Team' })).click()
  return { heard, list: await screen.findByRole('list', { name: 'Team' }) }
}

test('A14, A17: Team lists every colleague by name, with status in words, chats and groups, and not oneself', async () => {
  const sales = aGroupRow('Sales')
  const { list, heard } = await showTeam(
    [
      aTeamRow(noa, { status: 'busy', dot: 'red' }),
      myself,
      aTeamRow(mia, { dot: 'yellow' }),
      aTeamRow(ben, { activeChats: 2, groups: [sales] }),
    ],
    [],
    [sales],
  )
  expect(
    within(list)
      .getAllByRole('button')
      .map((row) => row.textContent),
  ).toEqual(['BOBen OkoyeOnline · In 2 chats · Sales', 'MCMia ChenOnline, but idle', 'NLNoa LeviBusy'])
  await waitFor(() => expect(heard).toContainEqual({ type: 'learn-team', payload: { accountId: account.id } }))

  expect(await notePresenceOf(account.id, noa.id, { status: 'offline' as StatusId, dot: 'black' })).toBe(true)
  await within(list).findByRole('button', { name: /Noa Levi.*Offline/ })
  expect(await notePresenceOf(account.id, aColleague('Zoe').id, { status: 'online' as StatusId, dot: 'green' })).toBe(
    false,
  )
})

test('A14: a click opens a field for the first message; it starts the chat, which is on the screen at once', async () => {
  const { list } = await showTeam([aTeamRow(ben), myself])
  within(list)
    .getByRole('button', { name: /Ben Okoye/ })
    .click()
  const field = await screen.findByRole('textbox', { name: 'First message to Ben Okoye' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.input(field, { target: { value: 'Have you a minute?' } })
  await waitFor(async () => expect(await db.drafts.get([account.id, colleagueDraft(ben.id)])).toBeDefined())
  screen.getByRole('button', { name: 'Start chat' }).click()
  const talk = await screen.findByRole('region', { name: 'Ben Okoye' })
  expect(within(talk).getByRole('log').textContent).toContain('Have you a minute?')
  const [item, ...others] = await db.outbox.toArray()
  expect(others).toEqual([])
  expect(item?.command).toEqual({ operation: 'askColleague', text: 'Have you a minute?', to: ben })
  expect(await db.drafts.toArray()).toEqual([])
})

test('A14: Escape closes the field and keeps what was typed; an absent colleague is rung later, it says', async () => {
  const { list } = await showTeam([aTeamRow(ben, { dot: 'black' }), myself])
  const row = within(list).getByRole('button', { name: /Ben Okoye.*Signed out/ })
  row.click()
  const field = await screen.findByRole('textbox', { name: 'First message to Ben Okoye' })
  expect(screen.getByText('It rings as soon as Ben Okoye takes chats again.')).toBeTruthy()
  fireEvent.input(field, { target: { value: 'About the invo' } })
  await waitFor(async () => expect((await db.drafts.toArray()).map(({ text }) => text)).toEqual(['About the invo']))
  fireEvent.keyDown(field, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  row.click()
  const again = await screen.findByRole('textbox', { name: 'First message to Ben Okoye' })
  await waitFor(() => expect((again as HTMLTextAreaElement).value).toBe('About the invo'))
})

test('A14: whom I talk to already is opened, not asked again', async () => {
  const chat = aChatWith(ben, 'me').says(me, 'Hello?').accepted().says(ben, 'Yes?')
  const { list } = await showTeam([aTeamRow(ben), myself], [chat])
  const row = within(list).getByRole('button', { name: /Ben Okoye/ })
  expect(row.title).toBe('Open your chat with Ben Okoye')
  row.click()
  const talk = await screen.findByRole('region', { name: 'Ben Okoye' })
  expect(within(talk).getByRole('log').textContent).toContain('Yes?')
})

test('A14: many colleagues are found by a word of their name or group', async () => {
  const sales = aGroupRow('Sales')
  const crowd = Array.from({ length: 9 }, (_, i) => aTeamRow(aColleague(`Agent ${i}`)))
  const { list } = await showTeam([...crowd, aTeamRow(mia, { groups: [sales] })], [], [sales])
  expect(within(list).getAllByRole('button')).toHaveLength(10)
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find in the team' }), { target: { value: 'sale' } })
  await waitFor(() => expect(within(list).getAllByRole('button')).toHaveLength(1))
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nobody' } })
  await screen.findByText('Nobody like that is in the team')
})

test('A14, A1: a colleague who asks rings with words of their own, in the panel, the popup and the notification', async () => {
  const chat = aChatWith(ben, 'colleague').says(ben, 'Can you take Lagos?').rings()
  await seedDesk(withTeam(deskOf([account], []), [aTeamRow(ben), myself], [chat]))
  const heard = hearCommands()
  draw(<Desk place="panel" />)
  const bar = await screen.findByRole('region', { name: 'Ben Okoye asks you' })
  expect(bar.textContent).toContain('Can you take Lagos?')
  within(bar).getByRole('button', { name: 'Decline' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'decline-chat', payload: { accountId, chatId } }))

  const [alert] = alertsOf(await readNeeds(Date.now()))
  expect(alert).toMatchObject({
    title: 'Ben Okoye asks you',
    message: 'Can you take Lagos?',
    buttons: ['Accept', 'Decline'],
  })
})

test('A14: in the popup, too, it is accepted or declined', async () => {
  const chat = aChatWith(ben, 'colleague').says(ben, 'Can you take Lagos?').rings()
  await seedDesk(withTeam(deskOf([account], []), [aTeamRow(ben), myself], [chat]))
  const heard = hearCommands()
  draw(<Popup />)
  const card = await screen.findByRole('article', { name: 'Ben Okoye' })
  expect(card.textContent).toContain('Colleague')
  within(card).getByRole('button', { name: 'Accept' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'accept-chat', payload: { accountId, chatId } }))
})

test('A14: My chats marks a colleague, counts what they wrote as unread, and knows which last words are mine', async () => {
  const asked = aChatWith(ben, 'me').says(me, 'Hello?').accepted().says(ben, 'Yes?').says(ben, 'I am here')
  const askedMe = aChatWith(mia, 'colleague').says(mia, 'A question').accepted().says(me, 'Go on')
  await seedDesk(withTeam(deskOf([account], []), [aTeamRow(ben), aTeamRow(mia), myself], [asked, askedMe]))
  draw(<Desk place="panel" />)
  const list = await screen.findByRole('list', { name: 'My chats' })
  const rows = within(list)
    .getAllByRole('button')
    .map(({ textContent }) => textContent ?? '')
  expect(rows.find((row) => row.includes('Ben'))).toMatch(/Ben OkoyeColleagueI am here.*2 unread messages/)
  expect(rows.find((row) => row.includes('Mia'))).toMatch(/Mia ChenColleagueYou:Go on/)
})

test('A17, P1: the header says how the colleague is; one who has not accepted is not in the chat', async () => {
  const chat = aChatWith(ben, 'me').says(me, 'Hello?')
  await seedDesk(withTeam(deskOf([account], []), [aTeamRow(ben), myself], [chat]))
  hearCommands()
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  const participants = await screen.findByRole('list', { name: 'Who is in this chat' })
  expect(participants.textContent).toBe('Not in the chat · Online')
  expect(participants.querySelector('.dot')?.className).toContain('pink')
  expect(screen.getByText('Waiting for Ben Okoye to accept')).toBeTruthy()
  screen.getByRole('button', { name: 'More' }).click()
  await screen.findByRole('menu', { name: 'More' })
  expect(screen.queryByRole('menuitem', { name: 'Leave' })).toBeNull()

  await db.chats.bulkPut([chat.accepted().row()])
  await waitFor(() => expect(participants.textContent).toBe('Online'))
  expect(participants.querySelector('.dot')?.className).toContain('good')
  await notePresenceOf(account.id, ben.id, { status: 'away' as StatusId, dot: 'yellow' })
  await waitFor(() => expect(participants.textContent).toBe('Away'))
})

test('A14: what I asked can be taken back while nobody has accepted; a decline says by whom', async () => {
  const chat = aChatWith(ben, 'me').says(me, 'Hello?')
  await seedDesk(withTeam(deskOf([account], []), [aTeamRow(ben), myself], [chat]))
  const heard = hearCommands()
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  ;(await screen.findByRole('button', { name: 'Take back' })).click()
  const asks = await screen.findByRole('group', { name: 'Take it back? Ben Okoye is not asked any more.' })
  within(asks).getByRole('button', { name: 'Take back' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'end-chat', payload: { accountId, chatId } }))

  const declined = chat.declined()
  await db.events.bulkPut(declined.events())
  await db.chats.bulkPut([declined.row()])
  await waitFor(() => expect(screen.getByRole('log').textContent).toContain('Ben Okoye declined'))
  expect(screen.getByRole('log').textContent).toContain('You asked Ben Okoye for a chat')
})

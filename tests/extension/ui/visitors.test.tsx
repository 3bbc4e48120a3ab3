import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { db } from '../../../extension/core/db.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aChat, anAccount, type DeskData, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { anOnlineVisitor, visitorsOf } from '../../support/visitor-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const account = anAccount()
const minute = 60_000

test('A3: a card says who, which page, how long, from where, place, device, and whether they were here before', async () => {
  const ada = anOnlineVisitor('Ada', {
    arrivedAt: Date.now() - 12 * minute,
    pageSince: Date.now() - minute,
    referrer: 'https://www.google.de/',
    returning: true,
  })
  const nobody = anOnlineVisitor('', { arrivedAt: Date.now() - 13 * minute, place: null, dot: 'yellow' })
  await show({ ...deskOf([account], []), ...visitorsOf(account, [ada, nobody]) })
  const card = await screen.findByRole('article', { name: 'Ada' })
  const page = within(card).getByRole('link', { name: /Trail Runner 2 · shop.example/ })
  expect(page.getAttribute('href')).toBe('https://shop.example/shoes/trail-runner')
  expect(page.getAttribute('target')).toBe('_blank')
  expect(card.textContent).toMatch(/here 12:0\d/)
  expect(card.textContent).toMatch(/1:0\d on this page/)
  for (const words of ['from Google', 'Lisbon, Portugal', 'Firefox on Windows', 'returning', 'Active on the site'])
    expect(card.textContent).toContain(words)

  const other = screen.getByRole('article', { name: 'Visitor' })
  for (const words of ['came directly', 'new', 'Away from the page', 'Away: a chat can be started'])
    expect(other.textContent).toContain(words)
  expect(within(other).queryByRole('button', { name: 'Start chat' })).toBeNull()
  const cards = within(screen.getByRole('list', { name: 'Visitors' })).getAllByRole('article')
  expect(cards.map((one) => one.querySelector('h3')?.textContent)).toEqual(['Ada', 'Visitor'])
})

test('A3: a page whose address is no web address is named and not opened', async () => {
  const page = { url: 'javascript:alert(1)', title: 'Free money' }
  await show({ ...deskOf([account], []), ...visitorsOf(account, [anOnlineVisitor('Eve', { page })]) })
  const card = await screen.findByRole('article', { name: 'Eve' })
  expect(card.textContent).toContain('Free money')
  expect(within(card).queryByRole('link')).toBeNull()
})

test('A3: the list is asked for while it is shown, and no longer', async () => {
  const heard = await show({ ...deskOf([account], []), ...visitorsOf(account, []) })
  const said = () => heard.flatMap((one) => (one.type === 'watch-visitors' ? [one.payload.limit] : [])).at(-1)
  await screen.findByText('Nobody is on your sites just now')
  await waitFor(() => expect(said()).toBe(50))
  screen.getByRole('tab', { name: /My chats/ }).click()
  await waitFor(() => expect(said()).toBe(0))
})

test('A3: found by words, and by not being in a chat', async () => {
  const chat = aChat({ account, visitor: 'Ben' }).accepted()
  const ben = anOnlineVisitor('Ben', { chatId: chat.chatId, place: { country: 'DE' } })
  const seen = [anOnlineVisitor('Ada'), ben, anOnlineVisitor('Noa', { place: { country: 'DE', city: 'Berlin' } })]
  await show({ ...deskOf([account], [chat]), ...visitorsOf(account, seen) })
  await screen.findByRole('article', { name: 'Ben' })
  const names = () => screen.queryAllByRole('article').map((card) => card.querySelector('h3')?.textContent)
  const find = screen.getByRole('searchbox', { name: 'Find in visitors' })
  fireEvent.input(find, { target: { value: 'germany' } })
  await waitFor(() => expect(names().toSorted()).toEqual(['Ben', 'Noa']))
  expect(screen.getByText('2 of 3 visitors')).toBeDefined()
  screen.getByRole('checkbox', { name: 'Not in a chat' }).click()
  await waitFor(() => expect(names()).toEqual(['Noa']))
  fireEvent.input(find, { target: { value: 'nowhere' } })
  await screen.findByText('Nobody like that is there')
})

test('A5: with several servers each visitor names its own, and one that does not answer is told', async () => {
  const second = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })
  const other = visitorsOf(second, [], { answeredAt: 0, problem: 'The server cannot be reached just now.' })
  const one = visitorsOf(account, [anOnlineVisitor('Ada')])
  await show({
    ...deskOf([account, second], []),
    visitors: one.visitors,
    visitorLists: [...one.visitorLists, ...other.visitorLists],
  })
  expect((await screen.findByRole('article', { name: /Ada/ })).textContent).toContain('chat.example.org')
  expect(screen.getByText('support.acme.example: The server cannot be reached just now.')).toBeDefined()
})

test('A3: what is old is not shown as what is', async () => {
  const answeredAt = Date.now() - minute
  const data = visitorsOf(account, [anOnlineVisitor('Ada')], { answeredAt })
  await show({ ...deskOf([{ ...account, state: 'offline' }], []), ...data })
  await screen.findByText('Nobody can be seen just now')
  expect(screen.queryByRole('article')).toBeNull()
  await db.visitorLists.update(account.id, { answeredAt: Date.now() })
  await screen.findByRole('article', { name: 'Ada' })
})

test('A4: Start chat from the card: the message waits in the outbox, and its conversation is open', async () => {
  const ada = anOnlineVisitor('Ada')
  await show({ ...deskOf([account], []), ...visitorsOf(account, [ada]) })
  const card = await screen.findByRole('article', { name: 'Ada' })
  within(card).getByRole('button', { name: 'Start chat' }).click()
  const field = await within(card).findByRole('textbox', { name: 'First message to Ada' })
  await waitFor(() => expect(document.activeElement === field).toBe(true))
  fireEvent.input(field, { target: { value: 'Can I help you?' } })
  press('Enter')
  await screen.findByRole('region', { name: 'Ada' })
  await within(screen.getByRole('log')).findByText('Can I help you?')
  expect(screen.getByText('The chat begins as soon as the server has it.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'End chat' })).toBeNull()
  expect((await db.outbox.toArray()).map(({ command }) => command)).toEqual([
    {
      operation: 'startVisitorChat',
      text: 'Can I help you?',
      seen: { visitor: ada.visitor, page: ada.page, language: 'en' },
    },
  ])
  // It is one of My chats meanwhile, and the card knows.
  screen.getByRole('button', { name: 'Back to the list' }).click()
  await waitFor(() => expect(screen.getByRole('article', { name: 'Ada' }).textContent).toContain('In a chat with you'))
  screen.getByRole('tab', { name: /My chats/ }).click()
  await within(await screen.findByRole('list', { name: 'My chats' })).findByRole('button', { name: /Ada/ })
})

test('A4: what is typed to a visitor stays when the form is closed, and a double click begins one chat', async () => {
  await show({ ...deskOf([account], []), ...visitorsOf(account, [anOnlineVisitor('Ada')]) })
  const card = await screen.findByRole('article', { name: 'Ada' })
  const open = async () => {
    within(card).getByRole('button', { name: 'Start chat' }).click()
    const field = await within(card).findByRole<HTMLTextAreaElement>('textbox')
    await waitFor(() => expect(document.activeElement === field).toBe(true))
    return field
  }
  fireEvent.input(await open(), { target: { value: 'Half a sen' } })
  press('Escape')
  await waitFor(() => expect(within(card).queryByRole('textbox')).toBeNull())
  const field = await open()
  await waitFor(() => expect(field.value).toBe('Half a sen'))
  const send = within(card).getByRole('button', { name: 'Start chat' })
  send.click()
  send.click()
  await screen.findByRole('region', { name: 'Ada' })
  expect(await db.outbox.count()).toBe(1)
  expect(await db.drafts.count()).toBe(0)
})

test('A3: the context menu is the card’s own menu: by the right button, and by keyboard', async () => {
  const chat = aChat({ account, visitor: 'Ben' }).accepted()
  const seen = [anOnlineVisitor('Ada'), anOnlineVisitor('Ben', { chatId: chat.chatId })]
  await show({ ...deskOf([account], [chat]), ...visitorsOf(account, seen) })
  const card = await screen.findByRole('article', { name: 'Ada' })
  fireEvent.contextMenu(card)
  const item = await within(card).findByRole('menuitem', { name: 'Start chat' })
  expect(document.activeElement === item).toBe(true)
  item.click()
  await within(card).findByRole('textbox', { name: 'First message to Ada' })

  const ben = screen.getByRole('article', { name: 'Ben' })
  const button = within(ben).getByRole('button', { name: 'What to do with Ben' })
  button.focus()
  press('ArrowDown')
  ;(await within(ben).findByRole('menuitem', { name: 'Open chat' })).click()
  await screen.findByRole('region', { name: 'Ben' })
})

test('P4, S8: a start that was refused keeps its text, says why, and can be tried again or discarded', async () => {
  const heard = await show({ ...deskOf([account], []), ...visitorsOf(account, [anOnlineVisitor('Ada')]) })
  const card = await screen.findByRole('article', { name: 'Ada' })
  within(card).getByRole('button', { name: 'Start chat' }).click()
  const field = await within(card).findByRole('textbox')
  await waitFor(() => expect(document.activeElement === field).toBe(true))
  fireEvent.input(field, { target: { value: 'Can I help you?' } })
  press('Enter')
  await screen.findByRole('region', { name: 'Ada' })
  const [start] = await db.outbox.toArray()
  if (!start) throw new Error('It waits in the outbox')
  const refusal = refuse('visitor-not-online', 'This visitor has left the site. Nothing was sent.')
  await db.outbox.update(start.clientId, { refusal })
  await screen.findByText(/This visitor has left the site/)
  await screen.findByText(/The chat has not begun. What you wrote is kept/)
  expect(screen.getByRole('log').textContent).toContain('Can I help you?')
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull()
  screen.getByRole('button', { name: 'Try again' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'retry-message', payload: { clientId: start.clientId } }))
  screen.getByRole('button', { name: 'Discard' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'discard-message', payload: { clientId: start.clientId } }))
})

/** The desk with the list of visitors open. */
async function show(data: DeskData) {
  const heard = hearCommands()
  await seedDesk(data)
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: 'Visitors' })).click()
  return heard
}

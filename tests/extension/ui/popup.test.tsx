import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { db } from '../../../extension/core/db.ts'
import { readSetting } from '../../../extension/core/settings.ts'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { aChat, aNotice, anAccount, deskOf, noData } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const openPanel = vi.hoisted(() => vi.fn(async () => true))
vi.mock('../../../extension/platform/surfaces.ts', () => ({ openPanel }))
const openOptions = vi.hoisted(() => vi.fn())
vi.mock('../../../extension/platform/options-page.ts', () => ({ openOptions }))

const account = anAccount()
const sofia = () => aChat({ account, visitor: 'Sofia', ago: 90_000 }).says('Where is my refund?')

test('A1: a request says who, what, from which page and how long', async () => {
  await seedDesk(deskOf([account], [sofia()]))
  draw(<Popup />)
  const card = await screen.findByRole('article', { name: 'Sofia' })
  expect(card.textContent).toContain('Where is my refund?')
  expect(card.textContent).toContain('Trail Runner 2 · shop.example')
  expect(card.textContent).toMatch(/waiting 1:3\d/)
})

test('W16: what it is about stands on the card', async () => {
  await seedDesk(deskOf([account], [aChat({ account, visitor: 'Jo', description: 'Order 48213' })]))
  draw(<Popup />)
  expect((await screen.findByRole('article', { name: 'Jo' })).textContent).toContain('Order 48213')
})

test('A1: Accept takes the request and opens the panel at it', async () => {
  const heard = hearCommands()
  const { accountId, chatId, ...chat } = sofia()
  await seedDesk(deskOf([account], [{ accountId, chatId, ...chat }]))
  draw(<Popup />)
  openPanel.mockClear()
  ;(await screen.findByRole('button', { name: 'Accept' })).click()
  // Synchronously: the browser counts only this as a click.
  expect(openPanel).toHaveBeenCalledOnce()
  await waitFor(() => expect(heard).toEqual([{ type: 'accept-chat', payload: { accountId, chatId } }]))
  await waitFor(async () => expect(await readSetting('openChat')).toMatchObject({ accountId, chatId }))
})

test('A1: Decline asks the background, and the request says so while it is on its way', async () => {
  const heard = hearCommands()
  const chat = sofia()
  await seedDesk(deskOf([account], [chat]))
  draw(<Popup />)
  ;(await screen.findByRole('button', { name: 'Decline' })).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toEqual([{ type: 'decline-chat', payload: { accountId, chatId } }]))

  await seedDesk(deskOf([account], [sofia().underWay('declineChat')]))
  await screen.findByText('Declining…')
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
})

test('A1: what I declined rings here no more, and is not forgotten', async () => {
  await seedDesk(deskOf([account], [sofia().declined()]))
  draw(<Popup />)
  await screen.findByText('Nobody is waiting for you')
  await screen.findByText('One request that you declined still waits.')
})

test('R1: what rings for a colleague is not mine to answer, and is not hidden', async () => {
  await seedDesk(deskOf([account], [sofia().offeredTo('Mia'), sofia().declined()]))
  draw(<Popup />)
  await screen.findByText('Nobody is waiting for you')
  await screen.findByText('2 requests wait that do not ring for you.')
})

test('R1: asked one by one, the request says how long is left, and goes when the time is over', async () => {
  await seedDesk(deskOf([account], [aChat({ account, visitor: 'Jo' }).offeredFor(2_500)]))
  draw(<Popup />)
  const card = await screen.findByRole('article', { name: 'Jo' })
  expect(card.textContent).toMatch(/0:0[23] left to answer/)
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
})

test('A22: Silence is there while something rings, and asks to quiet all', async () => {
  const heard = hearCommands()
  await seedDesk(deskOf([account], [sofia()]))
  draw(<Popup />)
  ;(await screen.findByRole('button', { name: 'Silence' })).click()
  await waitFor(() => expect(heard).toEqual([{ type: 'silence', payload: {} }]))

  await seedDesk(deskOf([account], [sofia().with({ silenced: true })]))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Silence' })).toBeNull())
  expect(screen.getByRole('button', { name: 'Accept' })).toBeDefined()
})

test('A2: new replies in my chats are listed with how much is unread; a click opens the panel at the chat', async () => {
  const chat = aChat({ account, visitor: 'Priya' }).accepted().read().says('Hello?').says('Are you there?')
  const quiet = aChat({ account, visitor: 'Tom' }).accepted().says('Thanks').read()
  await seedDesk(deskOf([account], [chat, quiet]))
  draw(<Popup />)
  const row = await screen.findByRole('button', { name: /Priya/ })
  expect(row.textContent).toContain('2 unread messages')
  expect(screen.queryByRole('button', { name: /Tom/ })).toBeNull()
  openPanel.mockClear()
  row.click()
  expect(openPanel).toHaveBeenCalledOnce()
  await waitFor(async () => expect(await readSetting('openChat')).toMatchObject({ chatId: chat.chatId }))
})

test('A5: with several servers each request names its own', async () => {
  const other = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })
  await seedDesk(deskOf([account, other], [sofia(), aChat({ account: other, visitor: 'Ines' }).says('Hi')]))
  draw(<Popup />)
  expect((await screen.findByRole('article', { name: /Ines/ })).textContent).toContain('support.acme.example')
  expect(screen.getByRole('article', { name: /Sofia/ }).textContent).toContain('chat.example.org')
})

test('A17: the state of the connection is told in words', async () => {
  await seedDesk(deskOf([account], []))
  draw(<Popup />)
  await screen.findByText('Online')
  await db.accounts.update(account.id, { state: 'offline' })
  await screen.findByText('Offline')
  await screen.findByText(/chat\.example\.org cannot be reached. What you write is kept/)
  // Nobody can ring: the empty list must not promise it.
  await screen.findByText('Nobody can ring here until a server is connected.')
})

test('A17: signed out, the popup leads back to the sign-in', async () => {
  await seedDesk(deskOf([{ ...account, state: 'signed-out' }], []))
  draw(<Popup />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('You are signed out of chat.example.org')
  within(alert).getByRole('button', { name: 'Sign in again' }).click()
  expect(openOptions).toHaveBeenCalledOnce()
})

test('A5: without a server it leads to the options', async () => {
  await seedDesk(noData())
  draw(<Popup />)
  openOptions.mockClear()
  ;(await screen.findByRole('button', { name: 'Add a server' })).click()
  expect(openOptions).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: 'Open side panel' })).toBeNull()
})

test('R3: who was first is told until it is seen', async () => {
  await seedDesk(
    deskOf([account], [], [aNotice({ notice: { type: 'taken-by-other', visitor: 'Sofia', agent: 'Mia' } })]),
  )
  draw(<Popup />)
  await screen.findByText('Mia was first: Sofia is being helped.')
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }))
  await waitFor(() => expect(screen.queryByText(/Mia was first/)).toBeNull())
  expect(await db.notices.count()).toBe(0)
})

test('A1: when the background does not answer, the popup says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await seedDesk(deskOf([account], [sofia()]))
  draw(<Popup />)
  // No listener: sendMessage rejects.
  ;(await screen.findByRole('button', { name: 'Decline' })).click()
  const alert = await screen.findByText(/The extension did not answer/)
  expect(alert).toBeDefined()
  vi.restoreAllMocks()
})

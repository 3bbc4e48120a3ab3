import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { db } from '../../../extension/core/db.ts'
import { writeSetting } from '../../../extension/core/settings.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const account = anAccount()
const ben = () => aChat({ account }).says('Hello').accepted().read()
const sofia = () => aChat({ account, visitor: 'Sofia' }).says('Where is my refund?')

test('A5: My chats lists what is mine, the latest first, and below it what has ended', async () => {
  const older = aChat({ account, visitor: 'Older', ago: 3_600_000 }).accepted()
  const ended = aChat({ account, visitor: 'Gone home' }).accepted().ended()
  await seedDesk(deskOf([account], [older, ben(), ended, sofia()]))
  draw(<Desk place="panel" />)
  const mine = await screen.findByRole('list', { name: 'My chats' })
  expect(
    within(mine)
      .getAllByRole('button')
      .map((row) => row.querySelector('bdi')?.textContent),
  ).toEqual(['Ben Okoye', 'Older'])
  expect(within(screen.getByRole('list', { name: 'Ended' })).getAllByRole('button')).toHaveLength(1)
})

test('A5: another agent who takes a chat takes it out of Waiting', async () => {
  const chat = sofia()
  await seedDesk(deskOf([account], [chat]))
  draw(<Desk place="panel" />)
  const tab = await screen.findByRole('tab', { name: /Waiting/ })
  await waitFor(() => expect(tab.textContent).toContain('1'))
  tab.click()
  await screen.findByRole('article', { name: 'Sofia' })
  await db.chats.bulkPut(chat.takenBy('Mia').rows().chats)
  await screen.findByText('Nobody is waiting')
})

test('A1: a request is above whatever I do, and Accept opens it', async () => {
  const heard = hearCommands()
  const chat = sofia()
  await seedDesk(deskOf([account], [ben(), chat]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  await screen.findByRole('textbox', { name: 'Message' })
  const bar = await screen.findByRole('region', { name: 'Sofia is waiting' })
  expect(bar.textContent).toContain('Where is my refund?')
  within(bar).getByRole('button', { name: 'Accept' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'accept-chat', payload: { accountId, chatId } }))
  await screen.findByRole('region', { name: 'Sofia' })
  expect(screen.queryByRole('region', { name: 'Sofia is waiting' })).toBeNull()
})

test('A1: several at once: the longest wait first, and the way to the others', async () => {
  const jo = aChat({ account, visitor: 'Jo', ago: 5_000 })
  await seedDesk(deskOf([account], [jo, sofia()]))
  draw(<Desk place="panel" />)
  await screen.findByRole('region', { name: 'Sofia is waiting' })
  ;(await screen.findByRole('button', { name: '1 more waits' })).click()
  const cards = await screen.findAllByRole('article')
  expect(cards.map((card) => card.querySelector('bdi')?.textContent)).toEqual(['Sofia', 'Jo'])
})

test('A1: a waiting chat can be read before it is accepted', async () => {
  await seedDesk(deskOf([account], [sofia()]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Waiting/ })).click()
  ;(await screen.findByRole('button', { name: 'Sofia' })).click()
  expect((await screen.findByRole('log')).textContent).toContain('Where is my refund?')
  expect(screen.queryByRole('textbox')).toBeNull()
  within(screen.getByRole('region', { name: 'Sofia' })).getByRole('button', { name: 'Accept' })
})

test('R1: what rings for a colleague is quiet in Waiting: no bar, no Decline, and Accept still there', async () => {
  const heard = hearCommands()
  const chat = sofia().offeredTo('Mia')
  await seedDesk(deskOf([account], [chat, aChat({ account, visitor: 'Jo' }).notOffered()]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Waiting/ })).click()
  const card = await screen.findByRole('article', { name: 'Sofia' })
  expect(card.textContent).toContain('It rings for a colleague just now.')
  expect(screen.getByRole('article', { name: 'Jo' }).textContent).toContain('It waits for somebody who is free.')
  expect(screen.queryByRole('region', { name: 'Sofia is waiting' })).toBeNull()
  expect(within(card).queryByRole('button', { name: 'Decline' })).toBeNull()
  within(card).getByRole('button', { name: 'Accept' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'accept-chat', payload: { accountId, chatId } }))
})

test('A1: a click on a notification shows its chat, once', async () => {
  const chat = ben()
  await seedDesk(deskOf([account], [chat]))
  draw(<Desk place="panel" />)
  await screen.findByRole('list', { name: 'My chats' })
  const { accountId, chatId } = chat
  await writeSetting('openChat', { accountId, chatId, at: Date.now() })
  await screen.findByRole('log')
  screen.getByRole('button', { name: 'Back to the list' }).click()
  await waitFor(() => expect(screen.queryByRole('log')).toBeNull())
})

test('A1: an old wish does not move a panel that opens today', async () => {
  const { accountId, chatId, ...chat } = ben()
  await seedDesk(deskOf([account], [{ accountId, chatId, ...chat }]))
  await writeSetting('openChat', { accountId, chatId, at: Date.now() - 60_000 })
  draw(<Desk place="panel" />)
  await screen.findByRole('list', { name: 'My chats' })
  expect(screen.queryByRole('log')).toBeNull()
})

test('A5: a chat that was asked for is not waited for once its account is gone', async () => {
  const gone = anAccount()
  const { accountId, chatId } = aChat({ account: gone })
  await seedDesk(deskOf([account], [ben()]))
  await writeSetting('openChat', { accountId, chatId, at: Date.now() })
  const heard = hearCommands()
  draw(<Desk place="panel" />)
  await screen.findByRole('list', { name: 'My chats' })
  expect(heard.filter(({ type }) => type === 'fetch-chat')).toEqual([])
  expect(screen.queryByText('This chat cannot be shown')).toBeNull()
})

test('A19: the panel opens a chat in a window; the window does not', async () => {
  const heard = hearCommands()
  const chat = ben()
  await seedDesk(deskOf([account], [chat]))
  const { unmount } = draw(<Desk place="panel" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  ;(await screen.findByRole('button', { name: 'More' })).click()
  ;(await screen.findByRole('menuitem', { name: 'Open in a new window' })).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'open-window', payload: { accountId, chatId } }))
  unmount()

  draw(<Desk place="window" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  await screen.findByRole('log')
  ;(await screen.findByRole('button', { name: 'More' })).click()
  await screen.findByRole('menuitem', { name: 'Leave' })
  expect(screen.queryByRole('menuitem', { name: 'Open in a new window' })).toBeNull()
})

test('A40: arrows walk the list, Enter opens, Escape comes back to the same row', async () => {
  await seedDesk(deskOf([account], [ben(), aChat({ account, visitor: 'Priya', ago: 3_600_000 }).accepted().read()]))
  draw(<Desk place="panel" />)
  const [first, second] = within(await screen.findByRole('list', { name: 'My chats' })).getAllByRole('button')
  expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
  first?.focus()
  press('ArrowDown')
  expect(document.activeElement).toBe(second)
  press('ArrowDown')
  expect(document.activeElement).toBe(first)
  press('End')
  second?.click()
  const message = await screen.findByRole('textbox', { name: 'Message' })
  await waitFor(() => expect(document.activeElement).toBe(message))
  press('Escape')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Priya'))
})

test('A40: arrows choose the tab, in the direction of the text', async () => {
  await seedDesk(deskOf([account], []))
  draw(<Desk place="panel" />)
  const mine = await screen.findByRole('tab', { name: 'My chats' })
  mine.focus()
  press('ArrowRight')
  await screen.findByRole('tab', { name: 'Waiting', selected: true })
  expect(document.activeElement?.textContent).toBe('Waiting')

  document.documentElement.style.direction = 'rtl'
  press('ArrowRight')
  await screen.findByRole('tab', { name: 'My chats', selected: true })
  document.documentElement.style.direction = ''
})

test('A5: of 10,000 stored chats only those near the eye are drawn', async () => {
  const now = Date.now()
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    aChat({ account, visitor: `Visitor ${i}`, now, ago: (i + 1) * 60_000 })
      .accepted()
      .ended()
      .rows(),
  ).flatMap(({ chats }) => chats)
  await seedDesk({ ...deskOf([account], []), chats: rows })
  draw(<Desk place="panel" />)
  const ended = await screen.findByRole('list', { name: 'Ended' })
  expect(within(ended).getAllByRole('button').length).toBeLessThanOrEqual(40)
  expect(within(ended).getAllByRole('button')[0]?.textContent).toContain('Visitor 0')
}, 60_000)

test('R3: the chat on the screen that somebody else has taken says so', async () => {
  vi.spyOn(console, 'error')
  const chat = sofia()
  await seedDesk(deskOf([account], [chat]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Waiting/ })).click()
  ;(await screen.findByRole('button', { name: 'Sofia' })).click()
  await screen.findByRole('log')
  const taken = chat.takenBy('Mia').rows()
  await db.transaction('rw', db.chats, db.events, async () => {
    await db.events.bulkPut(taken.events)
    await db.chats.bulkPut(taken.chats)
  })
  await screen.findByText('Mia has this chat.')
  expect(screen.getByRole('log').textContent).toContain('Mia took this chat')
  // The background forgets it later: the panel goes back to its list.
  await db.chats.clear()
  await waitFor(() => expect(screen.queryByRole('log')).toBeNull())
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

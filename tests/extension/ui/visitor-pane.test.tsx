import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { ActorId } from '#shared/contract/ids.ts'
import { db, type VisitRow } from '../../../extension/core/db.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { aKnownField, anOnlineVisitor } from '../../support/visitor-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const minute = 60_000

test('A10: what is known of the visitor is asked for, and shown beside the chat when somebody wants it', async () => {
  const chat = aChat({ account }).says('Hello').accepted().read()
  const seen = anOnlineVisitor('Ben Okoye', {
    page: { url: 'https://shop.example/cart', title: 'Your cart' },
    arrivedAt: Date.now() - 5 * minute,
    referrer: 'https://news.example.org/shoes',
    language: 'pt-BR',
    returning: true,
  })
  const { heard, visitorId } = await open(chat, { seen, chats: 3 })
  await waitFor(() =>
    expect(heard).toContainEqual({ type: 'learn-visit', payload: { accountId: account.id, visitorId } }),
  )
  const button = await screen.findByRole('button', { name: 'About the visitor', expanded: false })
  button.click()
  const pane = await screen.findByRole('region', { name: 'About the visitor' })
  const facts = () =>
    Object.fromEntries(
      [...pane.querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling?.textContent]),
    )
  await within(pane).findByText('Lisbon, Portugal')
  expect(facts()).toMatchObject({
    Now: expect.stringContaining('Active on the site'),
    'First page': expect.stringContaining('Trail Runner 2'),
    'Came from': expect.stringContaining('news.example.org'),
    'Here for': expect.stringMatching(/^5:0\d$/),
    Before: 'was here before',
    Place: expect.stringMatching(/^Lisbon, Portugal.*DB-IP/),
    Device: 'Firefox on Windows',
    Language: 'Brazilian Portuguese',
    'Earlier chats': '2',
  })
  expect(
    within(pane)
      .getByRole('link', { name: /Your cart/ })
      .getAttribute('href'),
  ).toBe('https://shop.example/cart')
  screen.getByRole('button', { name: 'About the visitor', expanded: true }).click()
  await waitFor(() => expect(screen.queryByRole('region', { name: 'About the visitor' })).toBeNull())
})

test('A10, P3: a visitor who has left is not said to be on a page', async () => {
  const chat = aChat({ account }).says('Hello').accepted().read()
  await open(chat, { seen: null, chats: 1 })
  ;(await screen.findByRole('button', { name: 'About the visitor' })).click()
  const pane = await screen.findByRole('region', { name: 'About the visitor' })
  await within(pane).findByText('Not on the sites just now.')
  expect(pane.textContent).toContain('Earlier chatsnone')
  expect(pane.textContent).not.toContain('Here for')
})

/** What stands beside the terms of a pane, in their order. */
const factsIn = (pane: HTMLElement) =>
  [...pane.querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling?.textContent])

test('A10, W11: what the site has signed of a visitor is told apart from what nobody has', async () => {
  const identity = {
    id: 'customer-7',
    email: 'ben@example.com',
    phone: '+4930901820',
    signed: ['name', 'email'] as const,
  }
  const chat = aChat({ account }).says('Hello').accepted().read()
  await open(chat, { seen: null, chats: 1, identity: { ...identity, signed: [...identity.signed] }, fields: [] })
  await screen.findByText('Identified by the site')
  ;(await screen.findByRole('button', { name: 'About the visitor' })).click()
  const pane = await screen.findByRole('region', { name: 'About the visitor' })
  await within(pane).findByText('customer-7')
  expect(factsIn(pane).slice(0, 4)).toEqual([
    ['Id at the site', 'customer-7 verified'],
    ['Name', 'Ben Okoye verified'],
    ['E-mail', 'ben@example.com verified'],
    ['Phone', '+4930901820 not verified'],
  ])
  expect(within(pane).getByRole('link', { name: 'ben@example.com' }).getAttribute('href')).toBe(
    'mailto:ben%40example.com',
  )
})

test('A10, W9: what a visitor answered stands under the owner’s labels, and is not verified; a claim is no identity', async () => {
  const said = [
    aKnownField('Order number', '4711'),
    aKnownField('E-mail', 'ceo@bank.example', { type: 'email' }),
    aKnownField('Delivery', '2026-12-24', { type: 'date' }),
    aKnownField('Gift', 'false', { type: 'checkbox' }),
    aKnownField('I agree to the terms', 'true', { type: 'consent' }),
    aKnownField('Script', '<img src=x onerror=alert(1)>'),
  ]
  const chat = aChat({ account, fields: said }).says('Hello').accepted().read()
  const fields = [aKnownField('Order number', '4700'), aKnownField('Shoe size', '42')]
  await open(chat, { seen: null, chats: 2, identity: null, fields })
  ;(await screen.findByRole('button', { name: 'About the visitor' })).click()
  const pane = await screen.findByRole('region', { name: 'About the visitor' })
  const earlier = await within(pane).findByRole('heading', { name: 'Said before earlier chats not verified' })
  expect(within(pane).getByRole('heading', { name: 'Said before this chat not verified' })).toBeDefined()
  expect(factsIn(pane)).toEqual(
    expect.arrayContaining([
      ['Order number', '4711'],
      ['E-mail', 'ceo@bank.example'],
      ['Delivery', 'Dec 24, 2026'],
      ['Gift', 'no'],
      ['I agree to the terms', expect.stringMatching(/^agreed, Nov \d+, 2026, /)],
      ['Script', '<img src=x onerror=alert(1)>'],
    ]),
  )
  expect(factsIn(earlier.nextElementSibling as HTMLElement)).toEqual([['Shoe size', '42']])
  expect(pane.querySelector('img')).toBeNull()
  expect(screen.queryByText('Identified by the site')).toBeNull()
  expect(within(pane).queryByText('verified')).toBeNull()
})

test('W14, P1: a visitor who is asked is waited for, with a pink dot in words; then accepted, or declined', async () => {
  const asked = aChat({ account, visitor: 'Ada', proposed: 'asked' }).answers('Can I help?')
  await open(asked, { seen: anOnlineVisitor('Ada', { dot: 'pink' }), chats: 1 })
  await screen.findByText('Waiting for Ada to accept')
  await screen.findByText('Asked into a chat')
  expect(screen.getByRole('log').textContent).toContain('You began the chat')
  const { events, chats } = asked.acceptsInvitation().rows()
  await db.events.bulkPut(events)
  await db.chats.bulkPut(chats)
  await within(screen.getByRole('log')).findByText(/Ada accepted/)
  await waitFor(() => expect(screen.queryByText('Waiting for Ada to accept')).toBeNull())
})

test('W14: a declined invitation is said', async () => {
  const asked = aChat({ account, visitor: 'Ada', proposed: 'asked' }).answers('Can I help?').declinesInvitation()
  await open(asked, null)
  await within(await screen.findByRole('log')).findByText(/Ada did not want to chat now/)
  expect(screen.queryByText('Waiting for Ada to accept')).toBeNull()
})

/** The chat's conversation, opened from My chats, or from those that ended. */
async function open(chat: ChatStory, known: Pick<VisitRow, 'seen' | 'chats' | 'identity' | 'fields'> | null) {
  const heard = hearCommands()
  await seedDesk(deskOf([account], [chat]))
  const visitorId = `visitor-${chat.chatId}` as ActorId
  if (known) {
    const answeredAt = Date.now() + 60 * minute
    await db.visits.put({ accountId: account.id, visitorId, ahead: 0, answeredAt, ...known })
  }
  draw(<Desk place="panel" />)
  const [row] = await screen.findAllByRole('button', { name: /Ben Okoye|Ada/ })
  row?.click()
  await screen.findByRole('log')
  return { heard, visitorId }
}

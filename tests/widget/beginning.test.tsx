import { cleanup, fireEvent } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChatEvent } from '#shared/contract/events.ts'
import { aPanel, desk, nobody } from './chat-world.tsx'
import { began, field, fill, page, press, requested } from './hands.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

const billing = '33333333-3333-4333-8333-333333333333'
const api = '44444444-4444-4444-8444-444444444444'
describe('W8, W9r, W12, W16: what a chat begins with', () => {
  const rules = [{ page: '/prices*', group: billing }]

  it.each([
    ['http://shop.test/prices/lamps', billing],
    ['http://shop.test/help', api],
  ])('goes to the group of the page, %s', async (url, group) => {
    const { world, asked, screen } = await aPanel({ begun: false, config: { group: api, rules } })
    world.page = { url, title: 'Page' }
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Start chat')
    await began(asked)
    expect(asked[0]?.body).toMatchObject({ group, page: { url } })
    await vi.waitFor(() => expect(asked[1]).toMatchObject({ operation: 'sendMessage', body: { text: 'Hello' } }))
  })

  it('goes to Everyone where the owner names no group, and where what they name is none', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { asked, screen } = await aPanel({ begun: false, config: { group: 'billing', rules: 'all' } })
    await press(screen, 'Start chat')
    await began(asked)
    expect(asked[0]?.body).not.toHaveProperty('group')
    expect(warn.mock.calls.map(([, problem]) => problem)).toEqual([
      'group must be the id of a group',
      expect.stringMatching(/^rules must be/),
    ])
  })

  it('goes to the group that the visitor chooses, whatever the page says', async () => {
    const panel = await aPanel({ begun: false, config: { rules, groupChoice: 'ask' }, name: '' })
    const { world, asked, screen } = panel
    world.page = { url: 'http://shop.test/prices', title: 'Prices' }
    expect(world.names).toEqual([undefined])
    expect(screen.queryByLabelText('Who should answer?')).toBeNull()
    world.groups = [{ id: api as never, name: 'API' }]
    panel.leave()
    localStorage.clear()
    const again = await aPanel({ begun: false, config: { group: api, rules, groupChoice: 'ask' }, name: '' })
    again.world.groups.push({ id: api as never, name: 'API' }, { id: billing as never, name: 'Billing' })
    expect(again.world.names).toEqual([`${api},${billing}`])
    const choice = await field(again.screen, 'Who should answer?')
    expect([...choice.querySelectorAll('option')].map(({ text }) => text)).toEqual(['Anybody', 'API', 'Billing'])
    fireEvent.input(choice, { target: { value: api } })
    await fill(again.screen, 'Your name', 'Vera')
    await press(again.screen, 'Start chat')
    await began(again.asked)
    expect(again.asked[0]?.body).toMatchObject({ group: api })
    expect(asked).toEqual([])
  })

  it('W16: says what it is about, which survives a reload and is told in the log', async () => {
    const config = { description: 'ask' }
    const before = await aPanel({ begun: false, config })
    expect(before.screen.queryByLabelText('Message')).toBeNull()
    await fill(before.screen, 'What is it about? (optional)', ' Two lamps ')
    before.leave()
    const { world, asked, screen } = await aPanel({ begun: false, config })
    expect((await field(screen, 'What is it about? (optional)')).value).toBe(' Two lamps ')
    world.answer = ({ operation }) =>
      operation === 'startChat' ? [{ ...requested, description: 'Two lamps' } as ChatEvent] : []
    await press(screen, 'Start chat')
    await began(asked)
    expect(asked.map(({ operation, body }) => [operation, body.description])).toEqual([['startChat', 'Two lamps']])
    expect(await screen.findByText(/^It is about: .Two lamps.$/)).toBeTruthy()
  })

  it('keeps in sight what was written before the owner asked for a description', async () => {
    localStorage.setItem('deskbell:draft', '"Hello?"')
    const { screen } = await aPanel({ begun: false, config: { description: 'ask' } })
    expect((await field(screen, 'Message')).value).toBe('Hello?')
  })
})

describe('W5, W7, W17, W23: when nobody could answer', () => {
  const closed = { ...nobody, open: false, opensAt: Date.UTC(2026, 10, 23, 9) }

  async function whenAway(options: Parameters<typeof aPanel>[0] = {}, availability = nobody) {
    const panel = await aPanel({ begun: false, ...options })
    panel.world.availability = availability
    // Not before somebody asks again: as if the panel had just been opened.
    panel.world.look = ''
    panel.visit.changed()
    await vi.waitFor(() => expect(panel.world.asksFor).toHaveLength(1))
    panel.world.look = 'open'
    panel.visit.changed()
    return panel
  }

  it('says so and offers other ways at once, and a chat all the same', async () => {
    const { screen } = await whenAway()
    expect(await screen.findByText('Nobody is available just now.')).toBeTruthy()
    expect(screen.getByText('Or begin a chat, and wait here until somebody is back.')).toBeTruthy()
    for (const name of ['Leave a message', 'Call me back', 'Start chat'])
      expect(screen.getByRole('button', { name })).toBeTruthy()
    expect(screen.queryByText(/^Write to us\./)).toBeNull()
  })

  it('offers no chat where the owner hides the button then', async () => {
    const { screen } = await whenAway({ config: { whenAway: 'hide' } })
    expect(await screen.findByRole('button', { name: 'Leave a message' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Start chat' })).toBeNull()
    expect(screen.queryByText('Or begin a chat, and wait here until somebody is back.')).toBeNull()
  })

  it('tells in the visitor’s own words and time when it opens again', async () => {
    const { screen } = await whenAway({ language: 'de' }, closed)
    const at = new Date(closed.opensAt)
    const day = at.toLocaleDateString('de', { weekday: 'long' })
    const time = at.toLocaleTimeString('de', { hour: 'numeric', minute: '2-digit' })
    const told = await screen.findByText(/^Wir haben gerade geschlossen\. Wir öffnen wieder: /)
    expect(told.textContent).toContain(day)
    expect(told.textContent).toContain(time)
  })

  it('asks about the group that the page or the visitor chooses', async () => {
    const rules = [{ page: '/prices*', group: billing }]
    const { world } = await whenAway({ config: { rules } })
    expect(world.asksFor[0]).toBe(undefined)
    const there = await aPanel({ begun: false, config: { group: billing } })
    expect(there.world.asksFor).toEqual([billing])
  })

  it('leaves a message without a chat begun before, as the visitor who says their name', async () => {
    const { world, asked, screen, visit } = await whenAway({ name: '', config: { group: billing } }, closed)
    await press(screen, 'Leave a message')
    expect(await screen.findByText('The answer comes by e-mail.')).toBeTruthy()
    await fill(screen, 'Your e-mail address', 'vera@example.com')
    await fill(screen, 'Message', 'Two lamps, please')
    await press(screen, 'Leave a message')
    expect(await screen.findByText('Please write your name, so that we know how to address you.')).toBeTruthy()
    expect(asked).toEqual([])
    await fill(screen, 'Your name', 'Vera')
    world.answer = ({ operation }) =>
      operation === 'leaveMessage'
        ? [
            requested,
            { type: 'message-left', email: 'vera@example.com', text: 'Two lamps, please' },
            { type: 'chat-ended', outcome: 'missed', reason: 'message-left' },
          ]
        : []
    await press(screen, 'Leave a message')
    expect(await screen.findByText(/^Your message is with us\./)).toBeTruthy()
    expect(asked).toMatchObject([
      {
        operation: 'leaveMessage',
        chatId: visit.now().id,
        body: { email: 'vera@example.com', begin: { page, language: 'en', group: billing } },
      },
    ])
    expect(screen.getByRole('button', { name: 'New conversation' })).toBeTruthy()
  })

  it('W18: a number that was refused stays in its field, and is asked again for the same chat', async () => {
    const { world, asked, screen } = await whenAway()
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '12')
    world.answer = () => 'invalid-phone-number'
    await press(screen, 'Call me back')
    expect(await screen.findByText(/^This is no phone number that can be called\./)).toBeTruthy()
    expect((await field(screen, 'Your phone number')).value).toBe('12')
    await fill(screen, 'Your phone number', '+49 30 901820')
    world.answer = () => [
      requested,
      { type: 'callback-requested', callback: { phone: '+4930901820', note: '', preferredTimes: '' } },
      { type: 'chat-ended', outcome: 'callback', reason: 'callback-requested' },
    ]
    await press(screen, 'Call me back')
    expect(await screen.findByText(/^We will call you back on .\+4930901820.\.$/)).toBeTruthy()
    expect(new Set(asked.map(({ chatId }) => chatId)).size).toBe(1)
    expect(asked.every(({ body }) => 'begin' in body)).toBe(true)
  })

  it('goes back to the form, which is the usual one as soon as somebody is there', async () => {
    const { world, visit, screen } = await whenAway()
    await press(screen, 'Call me back')
    await press(screen, 'Back')
    expect(await screen.findByText('Nobody is available just now.')).toBeTruthy()
    world.availability = { ...nobody, available: true }
    world.look = ''
    visit.changed()
    await vi.waitFor(() => expect(world.asksFor.length).toBeGreaterThan(1))
    world.look = 'open'
    visit.changed()
    expect(await screen.findByText(/^Write to us\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Call me back' })).toBeNull()
  })
})

it('W5: a chat that waits is not asked whether anybody could answer it', async () => {
  const { world, hear, screen } = await aPanel()
  await hear(desk, { type: 'fallback-announced', reason: 'closed', options: [] })
  await screen.findByText('You are number 1 in line.')
  expect(world.asksFor).toEqual([])
})

import { cleanup, fireEvent } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import { ana, aPanel, desk, first, vera } from './chat-world.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const bothWays = { ...first, options: ['leave-message', 'callback'] as const } as never
type Panel = Awaited<ReturnType<typeof aPanel>>
type Screen = Panel['screen']

/** A panel whose visitor may choose another way. */
async function aLongWait(prepare?: Parameters<typeof aPanel>[0]) {
  const panel = await aPanel(prepare)
  panel.world.place = bothWays
  await panel.hear(desk, { type: 'fallback-announced', reason: 'gave-up', options: ['leave-message', 'callback'] })
  return panel
}
const field = (screen: Screen, name: string | RegExp) => screen.findByLabelText(name) as Promise<HTMLInputElement>
const fill = async (screen: Screen, name: string | RegExp, value: string) =>
  fireEvent.input(await field(screen, name), { target: { value } })
const press = async (screen: Screen, name: string) => fireEvent.click(await screen.findByRole('button', { name }))

const calledBack = (phone: string): ChatEvent[] => [
  { type: 'callback-requested', callback: { phone, note: '', preferredTimes: '' } },
  { type: 'chat-ended', outcome: 'callback', reason: 'callback-requested' },
]

describe('W17 W23: other ways than waiting', () => {
  it('are offered when the server says so, and told in the log', async () => {
    const { world, hear, screen } = await aPanel()
    await screen.findByText('You are number 1 in line.')
    expect(screen.queryByRole('button', { name: 'Call me back' })).toBeNull()
    world.place = bothWays
    await hear(desk, { type: 'fallback-announced', reason: 'gave-up', options: ['leave-message', 'callback'] })
    expect(await screen.findByRole('button', { name: 'Call me back' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Leave a message' })).toBeTruthy()
    expect(screen.getByText(/^Nobody is free just now/)).toBeTruthy()
  })

  it('are not offered any more when somebody has come, and the form goes with them; its text is kept', async () => {
    const { world, hear, screen, keep } = await aLongWait()
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '+49 30')
    world.place = { ...first, phase: 'active', place: null }
    await hear(ana, { type: 'chat-accepted', agent: { id: ana.id, name: 'Ana' } })
    expect(await screen.findByText('Ana has joined the chat.')).toBeTruthy()
    expect(screen.queryByLabelText('Your phone number')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Call me back' })).toBeNull()
    expect(keep.get('other-way')).toMatchObject({ phone: '+49 30' })
  })

  it('can be left again for the chat', async () => {
    const { screen } = await aLongWait()
    await press(screen, 'Leave a message')
    await press(screen, 'Back to the chat')
    expect(await screen.findByRole('log')).toBeTruthy()
  })
})

describe('W18: a callback', () => {
  it('is asked for with number, note and times, and its number told as the server understood it', async () => {
    const { world, asked, screen, keep } = await aLongWait()
    world.answer = () => calledBack('+493012345678')
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '030 12345678')
    await fill(screen, /What is it about/, 'My order')
    await fill(screen, /When may we call/, 'Mornings')
    await press(screen, 'Call me back')
    expect(await screen.findByText(/^We will call you back on .\+493012345678.\.$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'New conversation' })).toBeTruthy()
    expect(asked).toMatchObject([
      { operation: 'requestCallback', body: { phone: '030 12345678', note: 'My order', preferredTimes: 'Mornings' } },
    ])
    expect([keep.get('other-way'), keep.keys('outbox:')]).toEqual([null, []])
  })

  it('tells a wrong number at its field, keeps everything, and goes out again as another command', async () => {
    const { world, asked, screen } = await aLongWait()
    world.answer = () => 'invalid-phone-number'
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '123')
    await fill(screen, /What is it about/, 'My order')
    await press(screen, 'Call me back')
    const no = await screen.findByText(/^This is no phone number that can be called/)
    const phone = await field(screen, 'Your phone number')
    expect([phone.value, phone.getAttribute('aria-invalid'), phone.getAttribute('aria-describedby')]).toEqual([
      '123',
      'true',
      no.id,
    ])
    expect((await field(screen, /What is it about/)).value).toBe('My order')
    world.answer = () => calledBack('+493012345678')
    await fill(screen, 'Your phone number', '+49 30 12345678')
    await vi.waitFor(() => expect(phone.getAttribute('aria-invalid')).toBe('false'))
    await press(screen, 'Call me back')
    expect(await screen.findByText(/^We will call you back/)).toBeTruthy()
    expect(new Set(asked.map(({ body }) => body.clientId)).size).toBe(2)
  })

  it('without a number is not sent', async () => {
    const { asked, screen } = await aLongWait()
    await press(screen, 'Call me back')
    await field(screen, 'Your phone number')
    await press(screen, 'Call me back')
    expect(await screen.findByText('Please write your phone number.')).toBeTruthy()
    expect(document.activeElement).toBe(await field(screen, 'Your phone number'))
    expect(asked).toEqual([])
  })

  it('tells the server’s other refusals in the form', async () => {
    const { world, screen } = await aLongWait()
    world.answer = () => 'not-yet'
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '+49 30 12345678')
    await press(screen, 'Call me back')
    expect(await screen.findByText('Refused: not-yet.')).toBeTruthy()
  })
})

describe('W27: nothing typed is lost', () => {
  it('a form survives a reload, and so does what was refused', async () => {
    const before = await aLongWait()
    before.world.answer = () => 'invalid-phone-number'
    await press(before.screen, 'Call me back')
    await fill(before.screen, 'Your phone number', '123')
    await fill(before.screen, /When may we call/, 'Mornings')
    await press(before.screen, 'Call me back')
    await before.screen.findByText(/^This is no phone number/)
    before.leave()
    const { screen } = await aPanel()
    expect((await field(screen, 'Your phone number')).value).toBe('123')
    expect((await field(screen, /When may we call/)).value).toBe('Mornings')
    expect(screen.getByText(/^This is no phone number/)).toBeTruthy()
  })

  it('but a refusal goes once somebody has come: nothing waits to be sent any more', async () => {
    const { world, hear, screen, keep } = await aLongWait()
    world.answer = () => 'invalid-phone-number'
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '123')
    await press(screen, 'Call me back')
    await screen.findByText(/^This is no phone number/)
    expect(keep.keys('outbox:')).toHaveLength(1)
    await hear(ana, { type: 'chat-accepted', agent: { id: ana.id, name: 'Ana' } })
    await vi.waitFor(() => expect(keep.keys('outbox:')).toEqual([]))
    expect(keep.get('other-way')).toMatchObject({ phone: '123' })
  })

  it('S8: without an answer it waits, is asked for once, and goes out with the same id', async () => {
    const { world, asked, screen, keep } = await aLongWait()
    world.answer = () => {
      throw new ApiError(0, null, 'no answer')
    }
    await press(screen, 'Call me back')
    await fill(screen, 'Your phone number', '+49 30 12345678')
    await press(screen, 'Call me back')
    expect(await screen.findByText(/^It is being sent/)).toBeTruthy()
    await press(screen, 'Call me back')
    expect(keep.keys('outbox:')).toHaveLength(1)
    world.answer = () => calledBack('+493012345678')
    await vi.waitFor(() => expect(screen.getByText(/^We will call you back/)).toBeTruthy())
    expect(asked.length).toBeGreaterThan(1)
    expect(new Set(asked.map(({ body }) => body.clientId)).size).toBe(1)
  })
})

describe('W23: a message that is left', () => {
  const left = (email: string, text: string): ChatEvent[] => [
    { type: 'message-left', email, text },
    { type: 'chat-ended', outcome: 'missed', reason: 'message-left' },
  ]

  it('begins with what was written already, and is told with the address it is answered to', async () => {
    const { world, hear, asked, screen } = await aLongWait()
    await hear(vera, { type: 'message-sent', text: 'Where is my order?' })
    world.answer = () => left('vera@example.com', 'Where is my order? It is late.')
    await press(screen, 'Leave a message')
    expect((await field(screen, 'Message')).value).toBe('Where is my order?')
    await fill(screen, 'Message', 'Where is my order? It is late.')
    await fill(screen, 'Your e-mail address', ' vera@example.com ')
    await press(screen, 'Leave a message')
    expect(await screen.findByText(/^Your message is with us\. The answer goes to .vera@example\.com.\.$/)).toBeTruthy()
    expect(screen.getByText('Where is my order? It is late.')).toBeTruthy()
    expect(asked).toMatchObject([
      { operation: 'leaveMessage', body: { email: 'vera@example.com', text: 'Where is my order? It is late.' } },
    ])
    await hear(ana, { type: 'answer-mailed', text: 'It comes tomorrow.' })
    expect(await screen.findByText('Ana has answered by e-mail.')).toBeTruthy()
    expect(screen.getByText('It comes tomorrow.')).toBeTruthy()
  })

  it('begins also with what has not arrived yet, and with nothing twice', async () => {
    const { world, hear, screen } = await aLongWait()
    await hear(vera, { type: 'message-sent', text: 'Hello?' })
    world.answer = () => {
      throw new ApiError(0, null, 'no answer')
    }
    await fill(screen, 'Message', 'Where is my order?')
    await press(screen, 'Send')
    await press(screen, 'Leave a message')
    await field(screen, 'Your e-mail address')
    expect((await field(screen, 'Message')).value).toBe('Hello?\nWhere is my order?')
  })

  it.each([
    ['vera', 'Hello', 'Please write a whole e-mail address, such as name@example.com.', 'Your e-mail address'],
    ['vera@example.com', ' ', 'Please write a message.', 'Message'],
  ])('from %j saying %j is not sent', async (email, text, words, at) => {
    const { asked, screen } = await aLongWait()
    await press(screen, 'Leave a message')
    await fill(screen, 'Your e-mail address', email)
    await fill(screen, 'Message', text)
    await press(screen, 'Leave a message')
    expect(await screen.findByText(words)).toBeTruthy()
    expect(document.activeElement).toBe(await field(screen, at))
    expect(asked).toEqual([])
  })
})

it('W30: speaks the visitor’s language, with numbers and addresses from left to right', async () => {
  const { screen } = await aLongWait({ language: 'ar' })
  await press(screen, 'اتصلوا بي')
  expect((await field(screen, 'رقم هاتفك')).dir).toBe('ltr')
})

import { cleanup, fireEvent } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { aPanel } from './chat-world.tsx'
import { began, field, fill, press, requested } from './hands.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

const order = { key: 'orderNumber', type: 'text', label: 'Order number', required: true }
const place = { key: 'place', type: 'list', label: 'Shop', options: ['Berlin', 'Porto'] }
const terms = { key: 'terms', type: 'consent', label: 'I agree to the terms' }
const said = (identify: object, fields?: object) => ({
  identify: JSON.stringify(identify),
  ...(fields && { fields: JSON.stringify(fields) }),
})
type Panel = Awaited<ReturnType<typeof aPanel>>
const given = ({ asked }: Panel) => asked[0]?.body.fields
const start = async (panel: Panel) => {
  await press(panel.screen, 'Start chat')
  await began(panel.asked)
}

describe('W9: the owner’s questions before a chat', () => {
  it('stand in their order under their labels, each as its type, and their answers go with the chat', async () => {
    const types = ['email', 'phone', 'number', 'date', 'checkbox'].map((type) => ({ key: type, type, label: type }))
    const panel = await aPanel({ begun: false, config: { fields: [order, place, ...types, terms] } })
    const { screen } = panel
    const labels = [...((await field(screen, 'Order number')).form?.querySelectorAll('.field label') ?? [])]
    expect(labels.map(({ textContent }) => textContent)).toEqual([
      'Order number',
      'Shop (optional)',
      'email (optional)',
      'phone (optional)',
      'number (optional)',
      'date (optional)',
      'checkbox',
      'I agree to the terms',
    ])
    expect((await field(screen, 'Order number')).required).toBe(true)
    expect([...(await field(screen, 'Shop (optional)')).querySelectorAll('option')].map(({ text }) => text)).toEqual([
      'Please choose',
      'Berlin',
      'Porto',
    ])
    await fill(screen, 'Order number', ' 4711 ')
    await fill(screen, 'Shop (optional)', 'Porto')
    await fill(screen, 'phone (optional)', '+49 30 901820')
    await fill(screen, 'number (optional)', '3,5')
    fireEvent.click(await field(screen, 'I agree to the terms'))
    await start(panel)
    expect(given(panel)).toMatchObject([
      { key: 'orderNumber', type: 'text', label: 'Order number', value: '4711' },
      { key: 'place', type: 'list', label: 'Shop', value: 'Porto' },
      { key: 'phone', type: 'phone', value: '+49 30 901820' },
      { key: 'number', type: 'number', value: '3.5' },
      { key: 'terms', type: 'consent', label: 'I agree to the terms', value: 'true' },
    ])
  })

  it.each([
    [order, '', 'Please fill this in.'],
    [order, '  ', 'Please fill this in.'],
    [
      { key: 'mail', type: 'email', label: 'Mail' },
      'vera@',
      'Please write a whole e-mail address, such as name@example.com.',
    ],
    [{ key: 'count', type: 'number', label: 'Count' }, 'three', 'Please write a number, such as 12 or 3.5.'],
    [{ key: 'call', type: 'phone', label: 'Call' }, 'later', /^This is no phone number that can be called\./],
    [terms, '', 'The chat can begin once you agree.'],
  ])('%j answered with %j is refused at its field, which has the focus', async (one, answer, why) => {
    const panel = await aPanel({ begun: false, config: { fields: [place, one] } })
    const { screen, asked } = panel
    const label = 'required' in one || one === terms ? one.label : `${one.label} (optional)`
    if (answer) await fill(screen, label, answer)
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Start chat')
    expect(await screen.findByText(why)).toBeTruthy()
    const wrong = await field(screen, label)
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(wrong.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(why)
    expect(document.activeElement).toBe(wrong)
    expect(asked).toEqual([])
    expect((await field(screen, 'Message')).value).toBe('Hello')
  })

  it('keep what was answered over a reload, but nobody agrees for a second chat', async () => {
    const config = { fields: [order, terms] }
    const before = await aPanel({ begun: false, config })
    await fill(before.screen, 'Order number', '4711')
    fireEvent.click(await field(before.screen, 'I agree to the terms'))
    before.leave()
    const panel = await aPanel({ begun: false, config })
    expect((await field(panel.screen, 'Order number')).value).toBe('4711')
    expect((await field(panel.screen, 'I agree to the terms')).checked).toBe(true)
    panel.world.answer = ({ operation }) => (operation === 'startChat' ? [requested] : [])
    await start(panel)
    await panel.screen.findByText('You are number 1 in line.')
    panel.leave()
    panel.keep.remove('chat')
    const later = await aPanel({ begun: false, config })
    expect((await field(later.screen, 'Order number')).value).toBe('4711')
    expect((await field(later.screen, 'I agree to the terms')).checked).toBe(false)
  })

  it('tell at the field what the server refuses, and give back what was written', async () => {
    const call = { key: 'call', type: 'phone', label: 'Call' }
    const panel = await aPanel({ begun: false, config: { fields: [call] } })
    const { screen, world } = panel
    world.answer = () =>
      refuse('invalid-request', 'The chat has not begun.', { issues: ['fields.call: must be a number'] })
    await fill(screen, 'Call (optional)', '+999 12345')
    await fill(screen, 'Message', 'Hello')
    await start(panel)
    expect(await screen.findByText(/^This is no phone number that can be called\./)).toBeTruthy()
    expect((await field(screen, 'Call (optional)')).value).toBe('+999 12345')
    await vi.waitFor(async () => expect((await field(screen, 'Message')).value).toBe('Hello'))
    world.answer = () => []
    await fill(screen, 'Call (optional)', '+49 30 901820')
    const before = panel.asked.length
    await press(screen, 'Start chat')
    await vi.waitFor(() =>
      expect(panel.asked.slice(before).map(({ operation, body }) => body.text ?? operation)).toEqual([
        'startChat',
        'Hello',
      ]),
    )
  })

  it('have to be answered before a message is left, too', async () => {
    const panel = await aPanel({ begun: false, config: { fields: [terms] } })
    const { screen, world, visit, asked } = panel
    world.availability = { ...world.availability, available: false }
    world.look = ''
    visit.changed()
    await vi.waitFor(() => expect(world.asksFor.length).toBeGreaterThan(0))
    world.look = 'open'
    visit.changed()
    await press(screen, 'Leave a message')
    await fill(screen, 'Your e-mail address', 'vera@example.com')
    await fill(screen, 'Message', 'Two lamps')
    await press(screen, 'Leave a message')
    expect(await screen.findByText('The chat can begin once you agree.')).toBeTruthy()
    expect(asked).toEqual([])
    fireEvent.click(await field(screen, 'I agree to the terms'))
    await press(screen, 'Leave a message')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    expect(asked[0]).toMatchObject({
      operation: 'leaveMessage',
      body: { begin: { fields: [{ key: 'terms', value: 'true' }] } },
    })
  })

  it('that are none are told on the console, and the others are asked', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { screen } = await aPanel({ begun: false, config: { fields: [{ key: '1' }, order] } })
    expect(await field(screen, 'Order number')).toBeTruthy()
    expect(warn.mock.calls.map((call) => call.join(' '))).toEqual([
      expect.stringMatching(/^Deskbell: fields\[0\] needs a key/),
    ])
  })
})

describe('W9, W33: what the page has said already', () => {
  const config = { fields: [order, place] }

  it('is filled in', async () => {
    const panel = await aPanel({ begun: false, config, name: '', said: said({ shoeSize: 42 }, { place: 'Porto' }) })
    const { screen } = panel
    expect((await field(screen, 'Shop (optional)')).value).toBe('Porto')
    await fill(screen, 'Your name', 'Vera')
    await fill(screen, 'Order number', '4711')
    await start(panel)
    expect(given(panel)).toMatchObject([
      { key: 'orderNumber', value: '4711' },
      { key: 'place', value: 'Porto' },
      { key: 'shoeSize', type: 'text', label: 'Shoe size', value: '42' },
    ])
  })

  it('is all that is needed: then nothing is asked, and the chat begins with the first message', async () => {
    const claims = { name: 'Vera', email: 'vera@example.com' }
    const panel = await aPanel({ begun: false, config, name: '', said: said(claims, { orderNumber: '4711' }) })
    const { screen, asked, visit } = panel
    expect(await field(screen, 'Message')).toBeTruthy()
    for (const label of ['Your name', 'Order number', 'Shop (optional)'])
      expect(screen.queryByLabelText(label)).toBeNull()
    await press(screen, 'Send')
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('message'))
    expect(asked).toEqual([])
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Send')
    await began(asked)
    expect(given(panel)).toMatchObject([
      { key: 'orderNumber', type: 'text', label: 'Order number', value: '4711' },
      { key: 'email', type: 'text', label: 'Email', value: 'vera@example.com' },
    ])
    await vi.waitFor(() => expect(asked[1]?.body.text).toBe('Hello'))
    expect(visit.sessions.current()?.visitor.name).toBe('Vera')
    expect(panel.world.signed).toEqual([])
  })

  it.each([
    ['what is required is missing', [order], {}],
    ['what is required is none', [{ key: 'mail', type: 'email', label: 'Mail', required: true }], { mail: 'vera' }],
    ['the visitor has to agree themselves', [terms], { terms: true }],
  ])('is not enough where %s', async (_, fields, values) => {
    const { screen } = await aPanel({
      begun: false,
      config: { fields },
      name: '',
      said: said({ name: 'Vera' }, values),
    })
    const asksFor = await field(screen, fields[0]?.label ?? '')
    expect(asksFor.checked).toBe(false)
    expect(screen.getByRole('button', { name: 'Start chat' })).toBeTruthy()
    expect(screen.queryByLabelText('Your name')).toBeNull()
  })

  it('anew counts more than what the visitor wrote before; said again as it was, it does not', async () => {
    const before = await aPanel({ begun: false, config, said: said({}, { orderNumber: '1' }) })
    await fill(before.screen, 'Order number', '1b')
    before.leave()
    const again = await aPanel({ begun: false, config, said: said({}, { orderNumber: '1' }) })
    expect((await field(again.screen, 'Order number')).value).toBe('1b')
    again.leave()
    const anew = await aPanel({ begun: false, config, said: said({}, { orderNumber: '2' }) })
    expect((await field(anew.screen, 'Order number')).value).toBe('2')
  })

  it.each([
    'no JSON',
    '[]',
    'null',
    '"Vera"',
    '{"name":{"first":"Vera"},"__proto__":{"email":"x"},"1st":"x","a":null}',
  ])('that is nothing, %s, changes nothing', async (text) => {
    const panel = await aPanel({ begun: false, name: '', said: { identify: text, fields: text } })
    await fill(panel.screen, 'Your name', 'Vera')
    await start(panel)
    expect(given(panel)).toBeUndefined()
  })
})

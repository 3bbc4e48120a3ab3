import { cleanup } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { aPanel, vera } from './chat-world.tsx'
import { began, field, fill, press, requested } from './hands.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

const id = 'site-visitor' as ActorId
const known = (name: string, more: object = {}) => ({
  visitor: { id, name },
  identity: { id: '42', signed: [] },
  ...more,
})
const said = (identify: object) => ({ identify: JSON.stringify(identify) })
const who = ({ visit }: Awaited<ReturnType<typeof aPanel>>) => visit.sessions.current()?.visitor

describe('W11: a visitor whom the page has identified', () => {
  it('gives no name: the server says who they are before anything is sent, and the chat is theirs', async () => {
    const panel = await aPanel({ begun: false, name: '' })
    const { screen, asked, world, visit } = panel
    expect(await field(screen, 'Your name')).toBeTruthy()
    world.identify = async () => known('Vera K.')
    visit.said.identify = JSON.stringify({ token: 'signed' })
    visit.changed()
    expect(await screen.findByRole('button', { name: 'Send' })).toBeTruthy()
    expect(screen.queryByLabelText('Your name')).toBeNull()
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Send')
    await began(asked)
    await vi.waitFor(() => expect(asked[1]?.body.text).toBe('Hello'))
    expect(world.signed).toEqual([{ token: 'signed' }])
    expect(asked[0]?.body).not.toHaveProperty('fields')
    expect(who(panel)?.name).toBe('Vera K.')
  })

  it('is not asked what the site has said of them', async () => {
    const fields = [{ key: 'email', type: 'email', label: 'E-mail', required: true }]
    const panel = await aPanel({ begun: false, config: { fields }, name: '' })
    const { screen, asked, world, visit } = panel
    world.identify = async () => known('Vera', { identity: { id: '42', email: 'vera@example.com', signed: ['email'] } })
    expect(await field(screen, 'E-mail')).toBeTruthy()
    visit.said.identify = JSON.stringify({ token: 'signed' })
    visit.changed()
    expect(await screen.findByRole('button', { name: 'Send' })).toBeTruthy()
    expect(screen.queryByLabelText('E-mail')).toBeNull()
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Send')
    await began(asked)
    expect(asked[0]?.body.fields).toMatchObject([{ key: 'email', value: 'vera@example.com' }])
  })

  it('has their open chat back, on a device that never saw it', async () => {
    const chatId = '66666666-6666-4666-8666-666666666666' as ChatId
    const panel = await aPanel({ begun: false, name: '' })
    panel.world.identify = async () => known('Vera', { chats: [{ chatId, phase: 'active' } as never] })
    panel.visit.said.identify = JSON.stringify({ id: 42, hash: 'h', name: 'Vera' })
    panel.visit.changed()
    await vi.waitFor(() => expect(panel.visit.now().id).toBe(chatId))
    expect(panel.world.signed).toEqual([{ id: '42', hash: 'h', name: 'Vera' }])
  })

  it('whom the server does not believe goes on as before, and the console tells why', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const panel = await aPanel({ begun: false, name: '', said: said({ id: '42', hash: 'guessed' }) })
    await fill(panel.screen, 'Your name', 'Eve')
    await press(panel.screen, 'Start chat')
    await began(panel.asked)
    expect(who(panel)).toMatchObject({ id: vera.id, name: 'Eve' })
    expect(panel.world.signed).toHaveLength(1)
    expect(warn.mock.calls.map((call) => call.join(' '))).toEqual([
      'Deskbell: This identity does not count: nobody has signed it.',
    ])
  })

  it('is asked of no server when the page only claims it', async () => {
    const claims = { id: '42', name: 'Vera', email: 'vera@example.com' }
    const panel = await aPanel({ begun: false, name: '', said: said(claims) })
    await fill(panel.screen, 'Message', 'Hello')
    await press(panel.screen, 'Send')
    await began(panel.asked)
    expect(panel.world.signed).toEqual([])
    expect(who(panel)?.id).toBe(vera.id)
    expect(panel.asked[0]?.body.fields).toMatchObject([
      { key: 'id', type: 'text', label: 'Id', value: '42' },
      { key: 'email', type: 'text', label: 'Email', value: 'vera@example.com' },
    ])
  })

  it('finds nothing of another person here whom the site had identified', async () => {
    const panel = await aPanel({ begun: false, name: '' })
    const { visit, keep, world } = panel
    const identify = (token: string) => {
      visit.said.identify = JSON.stringify({ token })
      visit.changed()
    }
    world.identify = async () => known('Vera')
    identify('of Vera')
    await vi.waitFor(() => expect(who(panel)?.name).toBe('Vera'))
    for (const [key, value] of Object.entries({
      draft: 'My secret',
      answers: { a: ['x', ''] },
      chat: 'c',
      'read:c': 3,
    }))
      keep.set(key, value)
    world.identify = async () => ({ ...known('Otto'), visitor: { id: 'another' as ActorId, name: 'Otto' } })
    identify('of Otto')
    await vi.waitFor(() => expect(who(panel)?.name).toBe('Otto'))
    expect(keep.keys('').sort()).toEqual(['identity', 'name'])
  })

  it('stays who they were while a chat is under way that was begun without', async () => {
    const panel = await aPanel({ said: said({ token: 'signed' }) })
    const { world, visit, hear, asked, screen } = panel
    world.identify = async () => known('Vera')
    await fill(screen, 'Message', 'Still me')
    await press(screen, 'Send')
    await vi.waitFor(() => expect(asked[0]?.body.text).toBe('Still me'))
    expect(world.signed).toEqual([])
    expect(who(panel)?.id).toBe(vera.id)
    await hear({ kind: 'agent', id: 'a' as ActorId, name: 'Ana' }, {
      type: 'chat-ended',
      outcome: 'solved',
      reason: 'agent',
    } as never)
    visit.changed()
    await vi.waitFor(() => expect(who(panel)?.id).toBe(id))
  })

  it('sees the chat that they began while it was not known yet who they are', async () => {
    const panel = await aPanel({ begun: false, config: { fields: [{ key: 'a', type: 'text', label: 'Anything' }] } })
    const { world, visit, asked, screen } = panel
    const answer = Promise.withResolvers<ReturnType<typeof known>>()
    world.identify = () => answer.promise
    world.answer = ({ operation }) => (operation === 'startChat' ? [requested] : [])
    visit.said.identify = JSON.stringify({ token: 'signed' })
    visit.changed()
    await vi.waitFor(() => expect(world.signed).toHaveLength(1))
    await fill(screen, 'Message', 'Hello')
    await press(screen, 'Send')
    await vi.waitFor(() => expect(visit.now().id).not.toBeNull())
    expect(asked).toEqual([])
    answer.resolve(known('Vera'))
    await began(asked)
    await vi.waitFor(() => expect(who(panel)?.id).toBe(id))
    expect(visit.now().id).toBe(asked[0]?.chatId)
    expect(await screen.findByText('You are number 1 in line.')).toBeTruthy()
  })
})

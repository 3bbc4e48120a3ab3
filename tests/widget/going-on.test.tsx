import { cleanup } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChatEvent } from '#shared/contract/events.ts'
import { ana, aPanel, vera } from './chat-world.tsx'
import { field, fill, page, press, requested } from './hands.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

describe('W14: an agent invites', () => {
  const proposed = (asked: boolean): ChatEvent => ({
    type: 'chat-proposed',
    visitor: { id: vera.id, name: '' },
    page,
    language: 'en',
    agent: { id: ana.id, name: ana.name },
    asked,
  })
  async function anInvitation() {
    const panel = await aPanel({ begun: false })
    panel.keep.set('chat', '55555555-5555-4555-8555-555555555555')
    await panel.hear(ana, proposed(true), { type: 'message-sent', text: 'May I help?' })
    await panel.screen.findByText('Ana invites you to a chat.')
    return panel
  }

  it('shows a chat at once that the visitor is in by policy', async () => {
    const { hear, keep, screen } = await aPanel({ begun: false })
    keep.set('chat', '55555555-5555-4555-8555-555555555555')
    await hear(ana, proposed(false), { type: 'message-sent', text: 'May I help?' })
    expect(await screen.findByText('Ana has joined the chat.')).toBeTruthy()
    expect(screen.getByText('May I help?')).toBeTruthy()
    expect(await field(screen, 'Message')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
  })

  it('shows who, and their first words, with nothing to write in before it is accepted', async () => {
    const { world, asked, screen } = await anInvitation()
    expect(screen.getByText('May I help?')).toBeTruthy()
    expect(screen.queryByLabelText('Message')).toBeNull()
    world.answer = () => [{ type: 'invitation-accepted' }]
    await press(screen, 'Accept')
    expect(await field(screen, 'Message')).toBeTruthy()
    expect(asked).toMatchObject([{ operation: 'answerInvitation', body: { accept: true } }])
  })

  it('is gone when it is declined: what comes next is a chat of the visitor’s own', async () => {
    const { world, asked, screen } = await anInvitation()
    world.answer = () => [{ type: 'chat-ended', outcome: 'missed', reason: 'invitation-declined' }]
    await press(screen, 'Decline')
    expect(await screen.findByRole('button', { name: 'Start chat' })).toBeTruthy()
    expect(asked).toMatchObject([{ operation: 'answerInvitation', body: { accept: false } }])
  })

  it('tells why when it comes too late, and is answered once', async () => {
    const { world, asked, screen } = await anInvitation()
    world.answer = () => 'not-yet'
    await press(screen, 'Accept')
    expect(await screen.findByText('Refused: not-yet.')).toBeTruthy()
    expect(asked).toHaveLength(1)
  })
})

describe('3.4, W21: writing after the end', () => {
  async function anEndedChat(reopenFor: number | null) {
    const panel = await aPanel()
    await panel.hear(ana, { type: 'chat-accepted', agent: { id: ana.id, name: ana.name } })
    panel.world.place = { ...panel.world.place, phase: 'ended', place: null, reopenFor }
    await panel.hear(ana, { type: 'chat-ended', outcome: 'completed' })
    await panel.screen.findByText('Ana has ended this conversation.')
    return panel
  }

  it('cannot be done where the group does not reopen chats', async () => {
    const { screen } = await anEndedChat(null)
    expect(await screen.findByRole('button', { name: 'New conversation' })).toBeTruthy()
    expect(screen.queryByLabelText('Message')).toBeNull()
  })

  it('reopens the chat where it does, which waits again', async () => {
    const { world, screen, asked } = await anEndedChat(600)
    expect(await screen.findByText('Write again to go on with this conversation.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'New conversation' })).toBeTruthy()
    world.answer = () => [{ type: 'chat-reopened' }, { type: 'message-sent', text: 'One more thing' }]
    world.place = { ...world.place, phase: 'waiting', place: 1, reopenFor: null }
    await fill(screen, 'Message', 'One more thing')
    await press(screen, 'Send')
    expect(await screen.findByText('You are number 1 in line.')).toBeTruthy()
    expect(screen.getAllByText('One more thing')).toHaveLength(1)
    expect(asked.map(({ operation }) => operation)).toEqual(['sendMessage'])
    expect(screen.queryByText('Write again to go on with this conversation.')).toBeNull()
  })

  it('begins a new chat with the same words when the server says that it is over after all', async () => {
    const { world, screen, asked, visit } = await anEndedChat(600)
    const before = visit.now().id
    world.answer = ({ operation, chatId, body }) => {
      if (operation === 'startChat') return [requested]
      return chatId === before ? 'chat-ended' : [{ type: 'message-sent', text: `${body.text}` }]
    }
    await fill(screen, 'Message', 'One more thing')
    await press(screen, 'Send')
    await vi.waitFor(() =>
      expect(asked.map(({ operation }) => operation)).toEqual(['sendMessage', 'startChat', 'sendMessage']),
    )
    expect(visit.now().id).not.toBe(before)
    expect(await screen.findByText('One more thing')).toBeTruthy()
    expect(screen.queryByText('Ana has ended this conversation.')).toBeNull()
  })
})

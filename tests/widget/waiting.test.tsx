import { cleanup, fireEvent } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChatEvent } from '#shared/contract/events.ts'
import { ana, aPanel, desk, first, vera } from './chat-world.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const accepted: ChatEvent = { type: 'chat-accepted', agent: { id: ana.id, name: 'Ana' } }
const left: ChatEvent = { type: 'agent-left', agent: { id: ana.id, name: 'Ana' } }
const said = (text: string): ChatEvent => ({ type: 'message-sent', text })

describe('R13: a visitor who waits is told the truth', () => {
  it.each([
    [{}, ['You are number 1 in line.']],
    [{ place: 2, estimatedWait: 20 }, ['You are number 2 in line.', 'It should take less than a minute.']],
    [{ place: 3, estimatedWait: 65 }, ['You are number 3 in line.', 'It should take about one minute.']],
    [{ place: 12, estimatedWait: 290 }, ['You are number 12 in line.', 'It should take about 5 minutes.']],
    [{ place: 90, estimatedWait: 3700 }, ['You are number 90 in line.', 'It may take more than an hour.']],
    [{ open: false }, ['We are closed just now.']],
    [
      { open: false, opensAt: new Date(2030, 0, 7, 9, 0).getTime() },
      [/^We are closed just now\. We open again: Monday, January 7.* 9:00.AM\.$/],
    ],
  ])('%j', async (place, words) => {
    const { world, hear, screen } = await aPanel()
    world.place = { ...first, ...place }
    await hear(vera, said('Hello'))
    for (const sentence of words) expect(await screen.findByText(sentence)).toBeTruthy()
  })

  it('once: outside office hours nobody is being fetched', async () => {
    const { world, hear, screen } = await aPanel()
    expect(await screen.findByText('We are getting someone for you…')).toBeTruthy()
    world.place = { ...first, open: false }
    await hear(desk, { type: 'fallback-announced', reason: 'closed', options: ['callback'] })
    expect(await screen.findAllByText('We are closed just now.')).toHaveLength(1)
    expect(screen.queryByText('We are getting someone for you…')).toBeNull()
  })

  it('goes when somebody comes, and is back when they leave', async () => {
    const { world, hear, screen } = await aPanel()
    await screen.findByText('You are number 1 in line.')
    world.place = { ...first, phase: 'active', place: null }
    await hear(ana, accepted)
    await vi.waitFor(() => expect(screen.queryByText('You are number 1 in line.')).toBeNull())
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ana')
    world.place = first
    await hear(ana, left)
    expect(await screen.findByText('Ana has left the chat.')).toBeTruthy()
    expect(await screen.findByText('You are number 1 in line.')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Chat with us')
  })
})

describe('L1: the end for inactivity', () => {
  it('is told before it comes, with its time, and taken back when somebody writes', async () => {
    const { hear, screen } = await aPanel()
    await hear(ana, accepted)
    await hear(desk, { type: 'inactivity-warned', endsAt: new Date(2030, 0, 1, 14, 32).getTime() })
    const notice = /^This chat ends at 2:32.PM unless somebody writes\.$/
    expect(await screen.findByText(notice)).toBeTruthy()
    await hear(vera, said('I am here'))
    await screen.findByText('I am here')
    expect(screen.queryByText(notice)).toBeNull()
  })

  it('is told when it came, and the visitor may begin anew', async () => {
    const { hear, screen } = await aPanel()
    await hear(ana, accepted)
    await hear(desk, { type: 'chat-ended', outcome: 'completed', reason: 'inactivity' })
    expect(await screen.findByText('This conversation has ended because nobody wrote for a while.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'New conversation' })).toBeTruthy()
  })
})

describe('W22: who may end', () => {
  it('nobody is offered what they may not', async () => {
    const { screen } = await aPanel()
    await screen.findByText('You are number 1 in line.')
    expect(screen.queryByRole('button', { name: 'End chat' })).toBeNull()
  })

  it('asks once more in its place, and keeps the focus there', async () => {
    const { world, asked, hear, screen } = await aPanel()
    world.place = { ...first, mayEnd: true }
    world.answer = () => [{ type: 'chat-ended', outcome: 'abandoned' }]
    await hear(vera, said('Hello?'))
    fireEvent.click(await screen.findByRole('button', { name: 'End chat' }))
    const group = await screen.findByRole('group', { name: 'End this chat?' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep chatting' }))
    fireEvent.click(screen.getByRole('button', { name: 'Keep chatting' }))
    await vi.waitFor(() => expect(group.isConnected).toBe(false))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'End chat' }))
    expect(asked).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'End chat' }))
    await screen.findByRole('group', { name: 'End this chat?' })
    fireEvent.click(screen.getByRole('button', { name: 'End chat' }))
    expect(await screen.findByRole('button', { name: 'New conversation' })).toBeTruthy()
    expect(asked.map(({ operation }) => operation)).toEqual(['endChat'])
  })

  it('tells the server’s no, and can be asked again', async () => {
    const { world, asked, hear, screen } = await aPanel()
    world.place = { ...first, mayEnd: true }
    world.answer = () => 'not-yet'
    await hear(vera, said('Hello?'))
    const end = async () => {
      fireEvent.click(await screen.findByRole('button', { name: 'End chat' }))
      await screen.findByRole('group', { name: 'End this chat?' })
      fireEvent.click(screen.getByRole('button', { name: 'End chat' }))
    }
    await end()
    expect(await screen.findByText('Refused: not-yet.')).toBeTruthy()
    world.answer = () => [{ type: 'chat-ended', outcome: 'abandoned' }]
    await end()
    expect(await screen.findByRole('button', { name: 'New conversation' })).toBeTruthy()
    expect(new Set(asked.map(({ body }) => body.clientId)).size).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { followUpList } from '#shared/domain/chat/follow-up.ts'
import { isUntaken } from '#shared/domain/chat/proposal.ts'
import { mayVisitorEnd } from '#shared/domain/chat/visitor-may.ts'

const vera: Actor = { kind: 'visitor', id: 'vera' as ActorId, name: 'Vera' }
const ada: Actor = { kind: 'agent', id: 'ada' as ActorId, name: 'Ada' }
const start = 1_000_000

/** A chat that Ada begins with somebody without a name, and what happens in it, one second after the other. */
function aProposal(asked: boolean, ...then: readonly (readonly [Actor, ChatEvent])[]): Chat {
  const proposed: ChatEvent = {
    type: 'chat-proposed',
    visitor: { id: vera.id, name: '' },
    page: { url: 'https://shop.example/', title: 'Shop' },
    language: 'en',
    agent: { id: ada.id, name: ada.name },
    asked,
  }
  const told = [[ada, proposed], [ada, { type: 'message-sent', text: 'May I help you?' }], ...then] as const
  const stream = chatStream('00000000-0000-4000-8000-00000000c4a7' as ChatId)
  const events = told.map(
    ([actor, event], i): StoredEvent => ({ stream, seq: i + 1, at: start + i * 1_000, actor, clientId: null, event }),
  )
  const chat = foldChat(events)
  if (!chat) throw new Error('There is no chat.')
  return chat
}
const accepts = [vera, { type: 'invitation-accepted' }] as const
const declines = [vera, { type: 'chat-ended', outcome: 'missed', reason: 'invitation-declined' }] as const
const writes = [vera, { type: 'message-sent', text: 'Yes' }] as const

describe('A4, W14: a chat that an agent begins', () => {
  it('is active with that agent from its beginning', () => {
    expect(aProposal(false)).toMatchObject({
      phase: 'active',
      agents: [{ id: 'ada' }],
      acceptedAt: start,
      lastAgentMessage: 2,
      lastVisitorMessage: 0,
      invitation: 'joined',
    })
  })

  it('is the agent’s alone until the visitor has accepted, or written where they were not asked', () => {
    expect([aProposal(true), aProposal(true, accepts), aProposal(true, accepts, writes)].map(isUntaken)).toEqual([
      true,
      false,
      false,
    ])
    expect([aProposal(false), aProposal(false, writes)].map(isUntaken)).toEqual([true, false])
    expect(isUntaken(aProposal(true, declines))).toBe(false)
  })

  it('cannot be accepted twice, nor after it was declined', () => {
    expect(aProposal(true, accepts).invitation).toBe('accepted')
    expect(aProposal(false, accepts).invitation).toBe('joined')
    const late = aProposal(true, declines, accepts)
    expect([late.phase, late.invitation]).toEqual(['ended', 'asked'])
  })

  it('W22: may be ended by the visitor while they have not taken it up, whatever the policy', () => {
    const may = (chat: Chat) => mayVisitorEnd(chat, 'never', true, start + 5_000)
    expect([aProposal(true), aProposal(false)].map(may)).toEqual([true, true])
    expect([aProposal(true, accepts), aProposal(false, writes)].map(may)).toEqual([false, false])
    expect(may(aProposal(true, declines))).toBe(false)
  })

  it('R12: is nobody’s to follow up when it was declined, and somebody’s when a chat was abandoned', () => {
    expect(followUpList(aProposal(true, declines))).toBeNull()
    expect(followUpList(aProposal(true, [ada, { type: 'chat-ended', outcome: 'missed' }]))).toBeNull()
    const abandoned = [vera, { type: 'chat-ended', outcome: 'abandoned' }] as const
    expect(followUpList(aProposal(true, accepts, abandoned))).toBe('abandoned')
  })

  it('names its visitor as soon as somebody without a name writes with one', () => {
    expect(aProposal(false).visitor).toEqual({ id: 'vera', name: '' })
    expect(aProposal(false, writes).visitor).toEqual({ id: 'vera', name: 'Vera' })
    const renamed = { ...vera, name: 'V.' }
    expect(aProposal(false, writes, [renamed, { type: 'message-sent', text: '!' }]).visitor.name).toBe('Vera')
  })
})

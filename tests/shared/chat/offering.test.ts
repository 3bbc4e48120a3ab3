import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'
import { isInternal } from '#shared/contract/streams.ts'
import { applyEvent } from '#shared/domain/chat/apply-event.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { currentOffering, liveOffers } from '#shared/domain/chat/offering.ts'
import { readChat } from '#shared/domain/chat/read-chat.ts'
import { ChatStory } from '../../support/chat-story.ts'

const ringing = (chat: Chat) => liveOffers(chat).map(({ agent }) => agent)

describe('R1: who is rung for a chat', () => {
  it('is whoever it was offered to, until they decline, do not answer, or somebody takes it', () => {
    const story = new ChatStory().offered(['ada'], 2_000_000)
    expect(ringing(story.chat())).toEqual(['ada'])
    story.declined('ada').offered(['ben'], 2_000_000)
    expect(ringing(story.chat())).toEqual(['ben'])
    story.expired('ben')
    expect(ringing(story.chat())).toEqual([])
    expect(currentOffering(story.chat()).tried).toEqual(['ada', 'ben'])
    story.exhausted().offered(['ada', 'ben'])
    expect(ringing(story.chat())).toEqual(['ada', 'ben'])
    expect(ringing(story.accepted('ada').chat())).toEqual([])
  })

  it('begins anew when the last agent has left, and what was said of the round before does not count', () => {
    const story = new ChatStory().offered(['ada', 'ben']).declined('ben').accepted('ada').left('ada')
    const chat = story.waiting()
    expect([chat.round, ringing(chat), currentOffering(chat).tried, chat.left]).toEqual([2, [], [], ['ada']])
    story.offered(['cy'], null, 2).expired('cy', 1)
    expect(ringing(story.chat())).toEqual(['cy'])
  })

  it('R8: begins anew in another group, but for who declined; and what is older than rounds of a move changes nothing', () => {
    const story = new ChatStory().offered(['ada'], 2_000_000).expired('ada').offered(['ben'], 2_000_000).declined('ben')
    story.exhausted().offered(['ada', 'cy']).expired('cy').declined('ada').moved('di')
    const chat = story.waiting()
    expect(currentOffering(chat)).toEqual({ round: 1, offers: [], tried: ['ada'], exhausted: false })
    expect([chat.group?.name, chat.waitingSince]).toEqual(['Billing', chat.requestedAt])
    const rung = new ChatStory().offered(['ada'])
    const group = { id: 'billing' as GroupId, name: 'Billing' }
    const before = { id: 'deskbell' as ActorId, kind: 'system', name: 'Deskbell' } as const
    expect(ringing(rung.happens(before, { type: 'group-changed', group }).chat())).toEqual(['ada'])
  })

  it('S1: comes out the same in whatever order a client hears the two streams', () => {
    const step = fc.constantFrom<(story: ChatStory, round: number) => ChatStory>(
      (story, round) => story.offered(['ada'], 5_000_000, round),
      (story, round) => story.offered(['ada', 'ben', 'cy'], null, round),
      (story, round) => story.expired('ada', round),
      (story, round) => story.declined('ben', round),
      (story, round) => story.exhausted(round),
      (story, round) => story.moved('ben', round),
      (story) => story.accepted('ada'),
      (story) => story.accepted('ben'),
      (story) => story.left('ada'),
      (story) => story.left('ben'),
      (story) => story.fallback(),
      (story) => story.visitorSays(),
      (story) => story.says('ada'),
      (story) => story.ended('ada'),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.infiniteStream(fc.boolean()), (steps, turns) => {
        const story = new ChatStory()
        for (const take of steps) take(story, story.chat().round)
        expect(interleaved(story.events, turns)).toEqual(story.chat())
      }),
      { numRuns: 500 },
    )
  })

  it('S1: a chat that an earlier version kept lacks nothing', () => {
    const { id, phase, agents, visitor, page, language, requestedAt, lastActivityAt } = new ChatStory().chat()
    const marks = { lastMessage: null, lastVisitorMessage: 0, lastAgentMessage: 0, declinedBy: [] }
    const kept = { id, phase, agents, visitor, page, language, requestedAt, lastActivityAt, ...marks }
    expect(readChat(JSON.stringify(kept))).toEqual(new ChatStory().chat())
    expect(readChat(JSON.stringify(new ChatStory().offered(['ada']).chat()))).toEqual(
      new ChatStory().offered(['ada']).chat(),
    )
  })
})

/** Both streams in their own order, the first event of the shown one first. */
function interleaved(events: readonly StoredEvent[], turns: Iterator<boolean>): Chat | undefined {
  const [first, ...shown] = events.filter(({ stream }) => !isInternal(stream))
  const internal = events.filter(({ stream }) => isInternal(stream))
  let chat = first && applyEvent(undefined, first)
  while (shown.length || internal.length) {
    const next = (turns.next().value && shown.shift()) || internal.shift() || shown.shift()
    if (next) chat = applyEvent(chat, next)
  }
  return chat
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultGroupSettings, type GroupSettings } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { currentOffering, liveOffers } from '#shared/domain/chat/offering.ts'
import { type Candidate, inOrder } from '../../../server/domain/routing/candidate.ts'
import { chooseStep, type Situation, type Step } from '../../../server/domain/routing/choose.ts'
import { estimateWait } from '../../../server/domain/routing/estimate-wait.ts'
import { ChatStory } from '../../support/chat-story.ts'

const asked = 1_000_000
const one = (change: Partial<GroupSettings> = {}): GroupSettings => ({
  ...defaultGroupSettings,
  offer: 'one-by-one',
  ...change,
})
const agents = (...names: string[]): Candidate[] =>
  names.map((name, i) => ({ id: name as ActorId, load: 0, lastOfferAt: i }))
const closedHours = { zone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => []), holidays: [] }

function step(story: ChatStory, settings: GroupSettings, candidates: Candidate[], more: Partial<Situation> = {}): Step {
  return chooseStep({ chat: story.waiting(), settings, candidates, lastAgent: null, now: asked + 1_000, ...more })
}

describe('R1: one agent after the other', () => {
  it('rings the first in the group’s order, for as long as the group says', () => {
    expect(step(new ChatStory(), one({ answerWithin: 20 }), agents('ada', 'ben'))).toEqual({
      do: 'offer',
      agents: ['ada'],
      mode: 'one-by-one',
      until: asked + 21_000,
    })
  })

  it('waits while one is rung, and passes on when they decline or do not answer', () => {
    const story = new ChatStory().offered(['ada'], asked + 30_000)
    expect(step(story, one(), agents('ben'))).toEqual({ do: 'wait', until: asked + 30_000 })
    expect(step(story, one(), agents('ben'), { now: asked + 30_000 })).toEqual({ do: 'expire', agents: ['ada'] })
    expect(step(story.declined('ada'), one(), agents('ada', 'ben'))).toMatchObject({ do: 'offer', agents: ['ben'] })
  })

  it('does not ring the agent who has just left the chat', () => {
    const story = new ChatStory().offered(['ada']).accepted('ada').left('ada')
    expect(step(story, one(), agents('ada'), { now: asked + 5_000 })).toMatchObject({ do: 'wait' })
    expect(step(story, one(), agents('ada', 'ben'), { now: asked + 5_000 })).toMatchObject({ agents: ['ben'] })
  })

  it('R2: when all were tried, rings all again, or announces what the group offers instead', () => {
    const story = () => new ChatStory().offered(['ada'], asked + 9_000).declined('ada')
    expect(step(story(), one(), agents('ada'))).toEqual({ do: 'exhaust' })
    expect(step(story().exhausted(), one(), agents('ada', 'ben'))).toEqual({
      do: 'offer',
      agents: ['ada', 'ben'],
      mode: 'ring-all',
      until: null,
    })
    for (const exhausted of ['leave-message', 'callback'] as const) {
      expect(step(story(), one({ exhausted }), agents('ada'))).toEqual({
        do: 'announce',
        reason: 'exhausted',
        options: [exhausted],
      })
      expect(step(story().fallback(), one({ exhausted }), agents('ada'))).toEqual({ do: 'wait', until: null })
    }
  })

  it('waits for somebody to come when nobody was there to be tried', () => {
    expect(step(new ChatStory(), one({ giveUpAfter: 60 }), [])).toEqual({ do: 'wait', until: asked + 60_000 })
  })
})

describe('R3: all at once', () => {
  const all = defaultGroupSettings
  it('rings everybody until somebody takes it, and whoever comes later', () => {
    expect(step(new ChatStory(), all, agents('ada', 'ben'))).toMatchObject({ agents: ['ada', 'ben'], until: null })
    const story = new ChatStory().offered(['ada', 'ben']).declined('ben')
    expect(step(story, all, agents('ben', 'cy'))).toMatchObject({ do: 'offer', agents: ['cy'] })
    expect(step(story, all, agents('ben'))).toEqual({ do: 'wait', until: asked + 300_000 })
  })
})

describe('W7, W23: nobody waits forever', () => {
  it('outside office hours rings nobody and says so at once', () => {
    const settings = one({ hours: closedHours })
    expect(step(new ChatStory(), settings, agents('ada'))).toMatchObject({ do: 'announce', reason: 'closed' })
    expect(step(new ChatStory().fallback(), settings, agents('ada'))).toEqual({ do: 'wait', until: null })
  })

  it('gives up after the group’s time, once', () => {
    const [settings, now] = [one({ giveUpAfter: 60, exhausted: 'callback' }), asked + 60_000]
    expect(step(new ChatStory(), settings, [], { now })).toEqual({
      do: 'announce',
      reason: 'gave-up',
      options: ['callback'],
    })
    expect(step(new ChatStory().fallback(), settings, [], { now })).toEqual({ do: 'wait', until: null })
    // Who comes late is rung all the same.
    expect(step(new ChatStory().fallback(), settings, agents('ada'), { now })).toMatchObject({ agents: ['ada'] })
  })
})

describe('R1: the order of ringing', () => {
  const [ada, ben, cy]: Candidate[] = [
    { id: 'ada' as ActorId, load: 2, lastOfferAt: 10 },
    { id: 'ben' as ActorId, load: 1, lastOfferAt: 30 },
    { id: 'cy' as ActorId, load: 1, lastOfferAt: 20 },
  ]
  it.each([
    ['least-busy', null, ['cy', 'ben', 'ada']],
    ['round-robin', null, ['ada', 'cy', 'ben']],
    ['last-agent', 'ada', ['ada', 'cy', 'ben']],
    ['last-agent', 'zoe', ['cy', 'ben', 'ada']],
  ] as const)('%s', (order, last, names) => {
    const candidates = [ada, ben, cy].filter((candidate) => candidate !== undefined)
    expect(inOrder(order, candidates, last as ActorId | null).map(({ id }) => id)).toEqual(names)
  })
})

describe('the choice, whatever happened', () => {
  it('R1–R4: offers only to candidates that are neither tried nor ringing, one at a time, and always ends in a wait', () => {
    const names = ['ada', 'ben', 'cy', 'dee']
    const settings = fc.record({
      ...Object.fromEntries(Object.entries(defaultGroupSettings).map(([key, value]) => [key, fc.constant(value)])),
      offer: fc.constantFrom('one-by-one', 'ring-all'),
      order: fc.constantFrom('least-busy', 'round-robin', 'last-agent'),
      exhausted: fc.constantFrom('ring-all', 'leave-message', 'callback'),
      hours: fc.constantFrom(null, closedHours),
    }) as unknown as fc.Arbitrary<GroupSettings>
    const what = fc.array(fc.constantFrom('decline', 'expire', 'nothing'), { maxLength: 12 })
    fc.assert(
      fc.property(settings, fc.subarray(names), what, (group, present, reactions) => {
        const story = new ChatStory()
        for (let turn = 0; turn < 40; turn++) {
          const chat = story.waiting()
          const next = step(story, group, agents(...present), { now: chat.waitingSince + 1_000 })
          if (next.do === 'offer') {
            for (const id of next.agents) {
              expect(present).toContain(id)
              expect(currentOffering(chat).tried).not.toContain(id)
              expect(liveOffers(chat).map(({ agent }) => agent)).not.toContain(id)
            }
            if (next.mode === 'one-by-one') expect([next.agents.length, liveOffers(chat).length]).toEqual([1, 0])
            story.offered([...next.agents], next.until)
          } else if (next.do === 'exhaust') story.exhausted()
          else if (next.do === 'announce') story.fallback()
          else {
            const [ringing] = liveOffers(chat)
            const reaction = reactions.shift()
            if (!ringing || !reaction || reaction === 'nothing') return
            if (reaction === 'decline') story.declined(ringing.agent)
            else story.expired(ringing.agent)
          }
        }
        throw new Error('It never came to rest.')
      }),
      { numRuns: 500 },
    )
  })
})

describe('R13: the estimated wait', () => {
  it.each([
    [[], 0, null],
    [[60_000, 60_000], 0, null],
    [[60_000, 30_000, 90_000], 0, 60],
    [[60_000, 30_000, 90_000], 45_500, 15],
    [[60_000, 30_000, 90_000], 60_000, null],
    [[10_000, 20_000, 30_000, 40_000], 0, 25],
  ])('others waited %o ms, this one %i: %o s', (recent, waited, left) => {
    expect(estimateWait(recent, waited)).toBe(left)
  })
})

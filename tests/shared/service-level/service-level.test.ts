import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActorId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { byUrgency, serviceLevel } from '#shared/domain/service-level/service-level.ts'
import { ChatStory } from '../../support/chat-story.ts'

const targets = { firstAnswerTarget: 100, nextAnswerTarget: 20 }
/** When the story's chat is requested; each of its steps is a second later. */
const asked = 1_000_000
const later = (seconds: number) => asked + seconds * 1000

describe('R14: the first answer is due from the request on', () => {
  const waiting = new ChatStory().chat()
  it.each([
    ['at once', 0, 'ok'],
    ['just before four fifths', 79.999, 'ok'],
    ['at four fifths', 80, 'warning'],
    ['just before the end', 99.999, 'warning'],
    ['at the end', 100, 'breached'],
    ['much later', 5_000, 'breached'],
  ] as const)('%s', (_, seconds, state) => {
    const level = { answer: 'first', warnAt: later(80), dueAt: later(100), state }
    expect(serviceLevel(waiting, targets, later(seconds))).toEqual(level)
  })

  it('accepting is no answer, and what the visitor adds changes nothing', () => {
    const silent = new ChatStory().visitorSays().accepted('ada').visitorSays('Still there?').chat()
    expect(serviceLevel(silent, targets, later(4))).toMatchObject({ answer: 'first', dueAt: later(100) })
  })
})

describe('R14: the next answer is due from the first message that has none', () => {
  it.each<[string, Chat, number | null]>([
    ['nothing while everything is answered', new ChatStory().accepted('ada').says('ada').chat(), null],
    ['from the message on', new ChatStory().accepted('ada').says('ada').visitorSays().chat(), 3 + 20],
    [
      'not from the last of several',
      new ChatStory().accepted('ada').says('ada').visitorSays().visitorSays('Hello??').chat(),
      3 + 20,
    ],
    [
      'from what comes after the answer',
      new ChatStory().accepted('ada').says('ada').visitorSays().says('ada').visitorSays().chat(),
      5 + 20,
    ],
    [
      'also when the chat waits again',
      new ChatStory().accepted('ada').says('ada').visitorSays().left('ada').chat(),
      3 + 20,
    ],
    [
      'also of a chat that was reopened',
      new ChatStory().accepted('ada').says('ada').ended('ada').reopened().chat(),
      4 + 20,
    ],
  ])('%s', (_, chat, due) => {
    const level = serviceLevel(chat, targets, later(10))
    expect(level?.dueAt ?? null).toBe(due === null ? null : later(due))
  })

  it('knows it of a chat that an earlier version kept', () => {
    const { unansweredSince: _, ...kept } = new ChatStory().accepted('ada').says('ada').visitorSays().chat()
    expect(serviceLevel(kept as Chat, targets, later(10))?.dueAt).toBe(later(23))
    const { unansweredSince: __, ...answered } = new ChatStory().accepted('ada').says('ada').chat()
    expect(serviceLevel(answered as Chat, targets, later(10))).toBeNull()
  })
})

describe('R14: nothing is due', () => {
  const colleague = { ...new ChatStory().chat(), to: { id: 'ben' as ActorId, name: 'Ben' } }
  const invited = { ...new ChatStory().accepted('ada').chat(), invitation: 'asked' as const }
  it.each<[string, Chat]>([
    ['when it is over', new ChatStory().accepted('ada').ended('ada').chat()],
    ['to a colleague', colleague],
    ['to a visitor who has not joined yet', invited],
  ])('%s', (_, chat) => {
    expect(serviceLevel(chat, targets, later(1_000))).toBeNull()
  })

  it('where the group promises nothing, for each answer by itself', () => {
    const waiting = new ChatStory().chat()
    const answered = new ChatStory().accepted('ada').says('ada').visitorSays().chat()
    const noFirst = { firstAnswerTarget: null, nextAnswerTarget: 20 }
    expect(serviceLevel(waiting, noFirst, later(1_000))).toBeNull()
    expect(serviceLevel(answered, noFirst, later(1_000))?.state).toBe('breached')
    expect(serviceLevel(answered, { firstAnswerTarget: 100, nextAnswerTarget: null }, later(1_000))).toBeNull()
  })
})

const step = fc.constantFrom('visitorSays', 'says', 'accepted', 'left')

it('R14: whatever happened, the state never goes back by time alone, and an answer clears it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.nat(300), fc.nat(300), (steps, one, other) => {
      const story = new ChatStory()
      for (const name of steps) name === 'visitorSays' ? story.visitorSays() : story[name]('ada')
      const chat = story.chat()
      const [early, late] = [Math.min(one, other), Math.max(one, other)].map((s) =>
        serviceLevel(chat, targets, later(s)),
      )
      const order = ['ok', 'warning', 'breached']
      if (early && late) expect(order.indexOf(late.state)).toBeGreaterThanOrEqual(order.indexOf(early.state))
      expect(early === null).toBe(late === null)
      expect(serviceLevel(story.says('ada').chat(), targets, later(300))).toBeNull()
    }),
  )
})

it('R14: what is due first comes first, then the longest wait', () => {
  const sorted = [
    { name: 'no promise, new', dueAt: null, since: 9 },
    { name: 'due late', dueAt: 300, since: 1 },
    { name: 'no promise, old', dueAt: null, since: 2 },
    { name: 'overdue', dueAt: 100, since: 8 },
  ].toSorted(byUrgency)
  expect(sorted.map(({ name }) => name)).toEqual(['overdue', 'due late', 'no promise, old', 'no promise, new'])
})

import { describe, expect, it } from 'vitest'
import { mayChooseOtherWay, mayVisitorEnd } from '#shared/domain/chat/visitor-may.ts'
import { ChatStory } from '../../support/chat-story.ts'

const minute = 60_000
const asked = 1_000_000
const waiting = new ChatStory().chat()
const active = new ChatStory().accepted('ada').says('ada').chat()
const unanswered = new ChatStory().accepted('ada').says('ada').visitorSays().chat()
const over = new ChatStory().accepted('ada').ended('ada').chat()
const lastWord = unanswered.lastActivityAt

describe('W22: who may end a chat', () => {
  it.each([
    ['at once', waiting, 'default', true, asked, false],
    ['just before a minute', waiting, 'default', true, asked + minute - 1, false],
    ['after a minute', waiting, 'default', true, asked + minute, true],
    ['outside office hours', waiting, 'default', false, asked, true],
    ['while somebody answers', active, 'default', true, active.lastActivityAt + 10 * minute, false],
    ['an hour later', active, 'default', true, active.lastActivityAt + 60 * minute, false],
    ['more than an hour later', active, 'default', true, active.lastActivityAt + 60 * minute + 1, true],
    ['unanswered for less than a minute', unanswered, 'default', true, lastWord + minute - 1, false],
    ['unanswered for a minute', unanswered, 'default', true, lastWord + minute, true],
    ['always', active, 'always', true, active.lastActivityAt, true],
    ['never', waiting, 'never', false, asked + 1_000 * minute, false],
    ['when it is over', over, 'always', false, asked, false],
  ] as const)('%s', (_, chat, policy, open, now, may) => {
    expect(mayVisitorEnd(chat, policy, open, now)).toBe(may)
  })
})

describe('W17, W23: other ways than waiting', () => {
  it.each([
    ['not at once', waiting, true, asked, false],
    ['after a minute', waiting, true, asked + minute, true],
    ['outside office hours at once', waiting, false, asked, true],
    ['as soon as it was announced', new ChatStory().fallback().chat(), true, asked + 1_000, true],
    ['not when somebody has taken it', active, false, asked + 60 * minute, false],
    ['not when it is over', over, false, asked + 60 * minute, false],
  ] as const)('%s', (_, chat, open, now, may) => {
    expect(mayChooseOtherWay(chat, open, now)).toBe(may)
  })
})

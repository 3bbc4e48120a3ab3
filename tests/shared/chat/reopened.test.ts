import { expect, test } from 'vitest'
import { isInternal } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { followUpList } from '#shared/domain/chat/follow-up.ts'
import { reopensUntil } from '#shared/domain/chat/visitor-may.ts'
import { ChatStory } from '../../support/chat-story.ts'

test('3.4, S1: a reopened chat is the same whichever of its two streams a client learns of first', () => {
  const { events } = new ChatStory()
    .offered(['ada'])
    .accepted('ada')
    .ended('ada')
    .reopened()
    .offered(['ada'], 2_000_000, 2)
    .expired('ada', 2)
    .offered(['ben'], null, 2)
  const shown = events.filter(({ stream }) => !isInternal(stream))
  const internal = events.filter(({ stream }) => isInternal(stream))
  const inOrder = foldChat(events)
  expect(foldChat(shown, internal)).toEqual(inOrder)
  const [first, ...others] = shown
  if (!first) throw new Error('A chat begins with something.')
  expect(foldChat([first, ...internal], others)).toEqual(inOrder)
  expect(inOrder).toMatchObject({ phase: 'waiting', round: 2, agents: [], returnsTo: ['ada'] })
})

test('R12: what was followed up before it was reopened is to be followed up again', () => {
  const missed = (story: ChatStory) => story.happens(bot, { type: 'chat-ended', outcome: 'missed' })
  const ada = { id: 'ada' as never, name: 'ada' }
  const done = missed(new ChatStory()).happens({ kind: 'agent', ...ada }, { type: 'followed-up', agent: ada, round: 1 })
  expect(followUpList(done.chat())).toBe(null)
  const again = missed(done.reopened())
  expect(followUpList(again.chat())).toBe('abandoned')
  // Events of before rounds were said count as the first.
  const older = missed(new ChatStory()).happens({ kind: 'agent', ...ada }, { type: 'followed-up', agent: ada })
  expect(followUpList(older.chat())).toBe(null)
  expect(followUpList(missed(older.reopened()).chat())).toBe('abandoned')
})

test('3.4: how long writing reopens a chat counts from its end', () => {
  const story = new ChatStory().accepted('ada')
  expect(reopensUntil(story.chat(), 600)).toBe(null)
  const ended = story.ended('ada').chat()
  expect(reopensUntil(ended, null)).toBe(null)
  expect(reopensUntil(ended, 600)).toBe(ended.lastEventAt + 600_000)
})

const bot = { kind: 'system', id: 'system' as never, name: 'Deskbell' } as const

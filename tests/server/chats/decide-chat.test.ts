import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { decideChat } from '../../../server/domain/chats/decide-chat.ts'
import { aChatId, accept, anAgent, aVisitor, decline, end, say, start } from '../log/a-log.ts'
import { aChat } from './a-chat.ts'

const [vera, mallory, ada, ben] = [aVisitor('Vera'), aVisitor('Mallory'), anAgent('Ada'), anAgent('Ben')]
const id = aChatId()
const now = 2_000_000
const chats = {
  none: undefined,
  waiting: aChat(id, vera).chat(),
  declined: aChat(id, vera).declined(ada).chat(),
  active: aChat(id, vera).accepted(ada).chat(),
  ended: aChat(id, vera).accepted(ada).ended(ada).chat(),
} satisfies Record<string, Chat | undefined>

/** The type of what happens, `-` for nothing, or the code of the refusal. */
function outcome(chat: Chat | undefined, command: ChatCommand, actor: Actor): string {
  const decision = decideChat(chat, command, actor, now)
  if ('refusal' in decision) return decision.refusal.code
  const { shown, internal } = decision
  return [...shown.map(({ type }) => type), ...internal.map(({ type }) => `internal ${type}`)].join() || '-'
}

const commands = {
  start: start(id),
  say: say(id, 'hello'),
  accept: accept(id),
  decline: decline(id),
  end: end(id),
  join: { type: 'join-chat', chatId: id },
  observe: { type: 'observe-chat', chatId: id, permitted: true },
  stop: { type: 'stop-observing', chatId: id },
} as const
type Row = readonly [command: keyof typeof commands, vera: string, mallory: string, ada: string, ben: string]

const declines = 'internal request-declined'
const table: Record<keyof typeof chats, readonly Row[]> = {
  none: [
    ['start', 'chat-requested', 'chat-requested', 'forbidden', 'forbidden'],
    ['say', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['accept', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['decline', 'not-found', 'not-found', 'not-found', 'not-found'],
    ['end', 'not-found', 'not-found', 'not-found', 'not-found'],
  ],
  waiting: [
    ['start', 'already-started', 'not-found', 'already-started', 'already-started'],
    ['say', 'message-sent', 'not-found', 'not-in-chat', 'not-in-chat'],
    ['join', 'forbidden', 'not-found', 'chat-not-accepted', 'chat-not-accepted'],
    ['observe', 'forbidden', 'not-found', 'chat-not-accepted', 'chat-not-accepted'],
    ['accept', 'forbidden', 'not-found', 'chat-accepted', 'chat-accepted'],
    ['decline', 'forbidden', 'not-found', declines, declines],
    ['end', 'forbidden', 'not-found', 'chat-not-accepted', 'chat-not-accepted'],
  ],
  declined: [
    ['say', 'message-sent', 'not-found', 'not-in-chat', 'not-in-chat'],
    ['accept', 'forbidden', 'not-found', 'chat-accepted', 'chat-accepted'],
    ['decline', 'forbidden', 'not-found', '-', declines],
  ],
  active: [
    ['start', 'already-started', 'not-found', 'already-started', 'already-started'],
    ['say', 'message-sent', 'not-found', 'message-sent', 'agent-joined,message-sent'],
    ['join', 'forbidden', 'not-found', '-', 'agent-joined'],
    ['observe', 'forbidden', 'not-found', '-', 'internal observer-came'],
    ['stop', 'forbidden', 'not-found', '-', '-'],
    ['accept', 'forbidden', 'not-found', '-', 'already-accepted'],
    ['decline', 'forbidden', 'not-found', '-', '-'],
    ['end', 'forbidden', 'not-found', 'chat-ended', 'not-in-chat'],
  ],
  ended: [
    ['start', 'already-started', 'not-found', 'already-started', 'already-started'],
    ['say', 'chat-ended', 'not-found', 'chat-ended', 'chat-ended'],
    ['join', 'forbidden', 'not-found', 'chat-ended', 'chat-ended'],
    ['observe', 'forbidden', 'not-found', 'chat-ended', 'chat-ended'],
    ['stop', 'forbidden', 'not-found', '-', '-'],
    ['accept', 'forbidden', 'not-found', 'chat-ended', 'chat-ended'],
    ['decline', 'forbidden', 'not-found', '-', '-'],
    ['end', 'forbidden', 'not-found', '-', '-'],
  ],
}

describe.each(Object.keys(chats) as (keyof typeof chats)[])('a chat that is %s', (phase) => {
  test.each(table[phase])(
    'L3: %s by its visitor: %s, by another visitor: %s, by the agent: %s, by another agent: %s',
    (name, ...expected) => {
      const command = commands[name]
      expect([vera, mallory, ada, ben].map((actor) => outcome(chats[phase], command, actor))).toEqual(expected)
    },
  )
})

test('R3: who comes too late is told who was first, by name', () => {
  expect(decideChat(chats.active, accept(id), ben, now)).toEqual({
    refusal: {
      code: 'already-accepted',
      message: 'Ada has taken this chat.',
      acceptedBy: { id: ada.id, name: 'Ada' },
    },
  })
})

test("W21: a visitor whose chat was ended keeps the text and is told that it wasn't sent", () => {
  expect(decideChat(chats.ended, say(id, 'wait'), vera, now)).toMatchObject({
    refusal: { message: expect.stringContaining('was not sent') },
  })
})

test("another visitor cannot tell somebody's chat from one that does not exist", () => {
  for (const command of Object.values(commands))
    if (command.type !== 'start-chat')
      expect(decideChat(chats.active, command, mallory, now)).toEqual(decideChat(undefined, command, mallory, now))
})

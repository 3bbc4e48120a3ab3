import { describe, expect, it } from 'vitest'
import type { StatusId } from '#shared/contract/groups.ts'
import { Dot } from '#shared/contract/presence.ts'
import { agentDot, builtInStatuses, dotTexts, participantDot, takesChatsNow } from '#shared/domain/presence/dot.ts'

const custom = [
  { id: 'a' as StatusId, takesChats: true },
  { id: 'b' as StatusId, takesChats: false },
]
const there = { connected: true, idle: false }

describe('P1: an agent’s dot', () => {
  it.each([
    ['online', there, 'green', true],
    ['online', { connected: true, idle: true }, 'yellow', false],
    ['online', { connected: false, idle: false }, 'black', false],
    ['away', there, 'yellow', false],
    ['away', { connected: false, idle: true }, 'black', false],
    ['busy', there, 'red', false],
    ['busy', { connected: true, idle: true }, 'red', false],
    ['offline', there, 'black', false],
    ['a', there, 'green', true],
    ['b', there, 'red', false],
    ['b', { connected: false, idle: false }, 'black', false],
  ] as const)('%s, %o: %s; takes chats: %s', (id, connection, dot, takes) => {
    const status = [...builtInStatuses, ...custom].find((one) => one.id === id)
    if (!status) throw new Error('There is no such status.')
    const facts = { status: status.id, takesChats: status.takesChats, ...connection }
    expect([agentDot(facts), takesChatsNow(facts)]).toEqual([dot, takes])
  })

  it('is pink for whoever was invited or has left, and every dot has a text', () => {
    expect([
      participantDot('green', 'in'),
      participantDot('green', 'invited'),
      participantDot('black', 'left'),
    ]).toEqual(['green', 'pink', 'pink'])
    expect(new Set(Object.values(dotTexts)).size).toBe(Dot.options.length)
  })
})

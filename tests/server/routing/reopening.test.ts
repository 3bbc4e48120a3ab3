import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { GroupSettings } from '#shared/contract/groups.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aServer, someVisitor } from './a-server.ts'

const begin = Date.UTC(2026, 10, 20, 12)

describe.each(onBothDatabases)('a chat that its visitor reopens, on $name', ({ open }) => {
  async function aDesk(change: Partial<GroupSettings>) {
    const { db } = await open()
    const clock = { now: begin }
    const server = aServer(db, clock)
    const agents = [await server.agent('Ada'), await server.agent('Ben'), await server.agent('Cy')] as const
    const group = await server.group(change, agents)
    const visitor = someVisitor()
    const chatId = await server.ask(group, visitor)
    /** Seconds go by; all agents are still there. */
    const pass = async (seconds: number) => {
      for (let left = seconds; left > 0; left -= 4) {
        clock.now += Math.min(4, left) * 1_000
        for (const agent of agents) await server.there(agent)
        await server.beat()
      }
    }
    const does = async (type: 'accept-chat' | 'end-chat' | 'decline-chat' | 'leave-chat', agent: Actor) => {
      const answer = await server.command({ type, chatId }, agent)
      if ('refusal' in answer) throw new Error(answer.refusal.message)
      await server.settle()
    }
    const writes = async (reopenWithin: number | null = 600) => {
      const answer = await server.command(
        { type: 'send-message', chatId, text: 'And one more thing', reopenWithin },
        visitor,
      )
      await server.settle()
      return 'refusal' in answer ? answer.refusal.code : answer.events.map(({ event }) => event.type)
    }
    await server.settle()
    return { server, clock, agents, chatId, visitor, pass, does, writes, rung: () => server.offersOf(chatId) }
  }

  test('3.4, W21: within the time it waits again as a round of its own; later, or where the group says nothing, it is over', async () => {
    const { server, clock, chatId, pass, does, writes, agents } = await aDesk({})
    await does('accept-chat', agents[1])
    await pass(60)
    await does('end-chat', agents[1])
    expect(await writes(null)).toBe('chat-ended')
    await pass(120)
    expect(await writes(119)).toBe('chat-ended')
    expect(await writes(120)).toEqual(['chat-reopened', 'message-sent'])
    const chat = await server.queries.chat(chatId)
    expect(chat).toMatchObject({ phase: 'waiting', agents: [], round: 2, waitingSince: clock.now, requestedAt: begin })
    expect(chat).not.toHaveProperty('outcome')
  })

  test.each(['one-by-one', 'ring-all'] as const)(
    '3.4: rings the agent who was in it last before anybody else, then as the group does (%s)',
    async (offer) => {
      const { does, writes, rung, agents, pass } = await aDesk({ offer, order: 'least-busy', answerWithin: 20 })
      const [ada, ben, cy] = agents
      await does('accept-chat', ben)
      await does('end-chat', ben)
      await writes()
      expect(await rung()).toEqual([ben.id])
      await pass(16)
      expect(await rung()).toEqual([ben.id])
      await pass(4)
      if (offer === 'ring-all') expect((await rung()).toSorted()).toEqual([ada.id, ben.id, cy.id].toSorted())
      else expect([ada.id, cy.id]).toContain((await rung())[0])
      await does('accept-chat', ben)
      expect(await rung()).toEqual([])
    },
  )

  test('3.4: a no of that agent is a no, and one who is gone is not waited for', async () => {
    const { server, does, writes, rung, agents } = await aDesk({ offer: 'ring-all' })
    const [ada, ben, cy] = agents
    await does('accept-chat', ben)
    await does('end-chat', ben)
    await writes()
    await does('decline-chat', ben)
    expect((await rung()).toSorted()).toEqual([ada.id, cy.id].toSorted())
    await does('accept-chat', cy)
    await does('end-chat', cy)
    await server.signOut(cy)
    await writes()
    expect((await rung()).toSorted()).toEqual([ada.id, ben.id].toSorted())
  })

  test('3.4: who left it before may be rung again', async () => {
    const { does, writes, rung, agents } = await aDesk({ offer: 'ring-all' })
    const [ada, ben, cy] = agents
    await does('accept-chat', ada)
    await does('leave-chat', ada)
    expect((await rung()).toSorted()).toEqual([ben.id, cy.id].toSorted())
    await does('accept-chat', ben)
    await does('end-chat', ben)
    await writes()
    await does('decline-chat', ben)
    expect(await rung()).toContain(ada.id)
  })

  test('L1, R12: nobody came, it was over: reopened it leaves the list, waits, and comes back to the list', async () => {
    const { server, writes, pass, agents, chatId } = await aDesk({
      giveUpAfter: 60,
      endAfter: 120,
      offer: 'one-by-one',
    })
    for (const agent of agents) await server.status(agent, 'busy')
    const listed = async () =>
      (await server.db.query.selectFrom('chat').select('id').where('follow_up', '=', 'abandoned').execute()).length
    await pass(180)
    expect([(await server.queries.chat(chatId))?.phase, await listed()]).toEqual(['ended', 1])
    await server.command({ type: 'follow-up', chatId }, agents[0])
    expect(await listed()).toBe(0)
    expect(await writes()).toEqual(['chat-reopened', 'message-sent'])
    expect([(await server.queries.chat(chatId))?.fallback, await listed()]).toEqual([null, 0])
    await pass(60)
    expect((await server.queries.chat(chatId))?.fallback).toMatchObject({ reason: 'gave-up' })
    await pass(120)
    expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'missed' })
    expect(await listed()).toBe(1)
  })

  test('W17: what goes on by telephone or e-mail is not reopened', async () => {
    const { server, chatId, visitor, writes } = await aDesk({})
    await server.command({ type: 'leave-message', chatId, email: 'v@shop.example', text: 'Hi', open: false }, visitor)
    expect(await writes()).toBe('chat-ended')
  })

  test('A24, H6: the closing note stays, and whoever ends it next may write another', async () => {
    const { server, does, writes, agents, chatId } = await aDesk({})
    const [ada, ben] = agents
    const note = async (agent: Actor, text: string) => {
      const answer = await server.command({ type: 'set-closing-note', chatId, text }, agent)
      return 'refusal' in answer ? answer.refusal.code : (await server.queries.chat(chatId))?.closingNote
    }
    await does('accept-chat', ada)
    await does('end-chat', ada)
    expect(await note(ada, 'Sold a lamp')).toBe('Sold a lamp')
    await writes()
    expect((await server.queries.chat(chatId))?.closingNote).toBe('Sold a lamp')
    expect(await note(ada, 'Too early')).toBe('not-yet')
    await does('accept-chat', ben)
    await does('end-chat', ben)
    expect(await note(ada, 'Mine')).toBe('forbidden')
    expect(await note(ben, 'Sold two')).toBe('Sold two')
  })
})

import { describe, expect, test } from 'vitest'
import { type ChatId, everyone } from '#shared/contract/ids.ts'
import { internalStream } from '#shared/contract/streams.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aServer, someVisitor } from './a-server.ts'

const second = 1_000
const minute = 60 * second
const begin = Date.UTC(2026, 10, 20, 12)

describe.each(onBothDatabases)('routing on $name', ({ open }) => {
  async function aDesk() {
    const { db } = await open()
    const clock = { now: begin }
    const server = aServer(db, clock)
    /** Time passes, in seconds; these agents are still there. */
    const pass = async (seconds: number, ...there: Awaited<ReturnType<typeof server.agent>>[]) => {
      for (let left = seconds; left > 0; left -= 4) {
        clock.now += Math.min(4, left) * second
        for (const agent of there) await server.there(agent)
        await server.beat()
      }
    }
    return { server, clock, pass }
  }

  test('R1: rings one after the other: on decline, on no answer, and then all again', async () => {
    const { server, pass } = await aDesk()
    const [ada, ben] = [await server.agent('Ada'), await server.agent('Ben')]
    const group = await server.group({ offer: 'one-by-one', order: 'round-robin', answerWithin: 20 }, [ada, ben])
    const chatId = await server.ask(group)
    await server.settle()
    const [first] = await server.offersOf(chatId)
    const [rung, other] = first === ada.id ? [ada, ben] : [ben, ada]
    await server.command({ type: 'decline-chat', chatId }, rung)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([other.id])
    await pass(16, ada, ben)
    expect(await server.offersOf(chatId)).toEqual([other.id])
    await pass(4, ada, ben)
    expect((await server.offersOf(chatId)).toSorted()).toEqual([ada.id, ben.id].toSorted())
    await server.command({ type: 'accept-chat', chatId }, rung)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([])
  })

  test('R1, R11: going away, signing out and a lost connection pass it on; coming back does not take it away', async () => {
    const { server, clock, pass } = await aDesk()
    const agents = [
      await server.agent('Ada'),
      await server.agent('Ben'),
      await server.agent('Cy'),
      await server.agent('Di'),
    ]
    const group = await server.group({ offer: 'one-by-one', answerWithin: 600 }, agents)
    const chatId = await server.ask(group)
    await server.settle()
    const rung = async () => {
      const [only, ...others] = await server.offersOf(chatId)
      expect(others).toEqual([])
      const agent = agents.find(({ id }) => id === only)
      if (!agent) throw new Error('Nobody is rung.')
      return agent
    }
    const ended = async () =>
      (await server.queries.chat(chatId))?.offering.offers.map(({ agent }) =>
        agents.findIndex(({ id }) => id === agent),
      )
    const first = await rung()
    await server.there(first, true)
    await server.settle()
    const second_ = await rung()
    await server.signOut(second_)
    await server.settle()
    const third = await rung()
    await server.status(third, 'busy')
    await server.settle()
    const fourth = await rung()
    expect(new Set([first, second_, third, fourth]).size).toBe(4)
    // The last one's connection is lost; the engine notices, and half a second later it counts.
    await server.there(first)
    await server.settle()
    await server.attendance.vacate(fourth.id)
    await server.beat()
    expect(await rung()).toBe(fourth)
    clock.now += second
    await server.beat()
    expect(await rung()).toBe(first)
    expect(await ended()).toHaveLength(1)
    await pass(12)
    expect(await server.offersOf(chatId)).toEqual([])
  })

  test('R4: nobody is rung beyond their capacity, and who has room again is rung at once', async () => {
    const { server } = await aDesk()
    const ada = await server.agent('Ada', { capacity: 2 })
    const chats: ChatId[] = []
    for (let i = 0; i < 3; i++) {
      chats.push(await server.ask())
      // Requests of one moment are placed side by side: these come one after the other.
      await server.settle()
    }
    const ringing = async () => Promise.all(chats.map(async (id) => (await server.offersOf(id)).length))
    expect(await ringing()).toEqual([1, 1, 0])
    const [first, , third] = chats
    if (!first || !third) throw new Error('There are three chats.')
    await server.command({ type: 'accept-chat', chatId: first }, ada)
    await server.settle()
    expect(await ringing()).toEqual([0, 1, 0])
    // Taking one more by themselves is up to the agent; then the other stops ringing.
    await server.command({ type: 'accept-chat', chatId: third }, ada)
    await server.settle()
    expect(await ringing()).toEqual([0, 0, 0])
    await server.command({ type: 'end-chat', chatId: first }, ada)
    await server.settle()
    expect(await ringing()).toEqual([0, 1, 0])
  })

  test('W7, W23: outside office hours nobody is rung, the visitor is told, and opening rings', async () => {
    const { server, clock } = await aDesk()
    const ada = await server.agent('Ada')
    const week = Array.from({ length: 7 }, () => [{ from: 14 * 60, to: 18 * 60 }])
    const group = await server.group({ hours: { zone: 'Europe/Berlin', week, holidays: [] }, endAfter: null }, [ada])
    const chatId = await server.ask(group)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([])
    expect((await server.queries.chat(chatId))?.fallback).toMatchObject({ reason: 'closed' })
    clock.now += 60 * minute - 1
    await server.there(ada)
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([])
    clock.now += 1
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([ada.id])
  })

  test('L1: a chat without activity warns both sides and ends; a word puts it off', async () => {
    const { server, pass } = await aDesk()
    const ada = await server.agent('Ada')
    const visitor = someVisitor()
    const chatId = await server.ask(everyone, visitor)
    await server.command({ type: 'accept-chat', chatId }, ada)
    await pass(9 * 60, ada)
    expect((await server.queries.chat(chatId))?.endsAt).not.toBe(null)
    await server.command({ type: 'send-message', chatId, text: 'Still here' }, visitor)
    await pass(9 * 60 - 4, ada)
    expect((await server.queries.chat(chatId))?.endsAt).toBe(null)
    await pass(4, ada)
    expect((await server.queries.chat(chatId))?.phase).toBe('active')
    await pass(60, ada)
    expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'completed' })
  })

  test('W23, R12: a request that nobody takes is told so, ends as missed, and stays listed until somebody is done', async () => {
    const { server, pass } = await aDesk()
    const ada = await server.agent('Ada', { there: false })
    const chatId = await server.ask()
    await pass(5 * 60)
    expect((await server.queries.chat(chatId))?.fallback).toMatchObject({ reason: 'gave-up' })
    await pass(10 * 60)
    expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'missed' })
    const listed = () => server.db.query.selectFrom('chat').select('id').where('follow_up', '=', 'abandoned').execute()
    expect(await listed()).toEqual([{ id: chatId }])
    await server.command({ type: 'follow-up', chatId }, ada)
    expect(await listed()).toEqual([])
  })

  test('R1: when the only agent leaves, the chat waits again and others are rung', async () => {
    const { server } = await aDesk()
    const [ada, ben] = [await server.agent('Ada'), await server.agent('Ben')]
    const chatId = await server.ask()
    await server.command({ type: 'accept-chat', chatId }, ada)
    await server.command({ type: 'leave-chat', chatId }, ada)
    await server.settle()
    expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'waiting', round: 2 })
    expect(await server.offersOf(chatId)).toEqual([ben.id])
  })

  test('R4: a group emptied while chats wait stops ringing, and one whose agents come back rings', async () => {
    const { server } = await aDesk()
    const [ada, ben] = [await server.agent('Ada'), await server.agent('Ben')]
    const group = await server.group({ offer: 'one-by-one' }, [ada])
    const chatId = await server.ask(group)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([ada.id])
    await server.group({ offer: 'one-by-one' }, [], group)
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([])
    await server.group({ offer: 'one-by-one' }, [ben], group)
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
  })

  test('R8: a chat that waits is placed anew in another group, and waits since when it did', async () => {
    const { server, clock } = await aDesk()
    const [ada, ben, cy] = [await server.agent('Ada'), await server.agent('Ben'), await server.agent('Cy')]
    const one = await server.group({ offer: 'one-by-one', order: 'round-robin', answerWithin: 60 }, [ada, ben])
    const two = await server.group({ offer: 'one-by-one', order: 'round-robin', answerWithin: 60 }, [ada, ben, cy])
    const chatId = await server.ask(one)
    await server.settle()
    const [first] = await server.offersOf(chatId)
    const [rung, other] = first === ada.id ? [ada, ben] : [ben, ada]
    await server.command({ type: 'decline-chat', chatId }, rung)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([other.id])
    clock.now += 3 * second
    const before = await server.queries.chat(chatId)
    const moved = await server.command({ type: 'move-chat', chatId, group: { id: two, name: 'Two' } }, other)
    // Nothing of it is for the visitor.
    expect('events' in moved && moved.events.map(({ event }) => event.type)).toEqual(['offer-ended', 'group-changed'])
    expect('events' in moved && moved.events.every(({ stream }) => stream === internalStream(chatId))).toBe(true)
    await server.settle()
    const chat = await server.queries.chat(chatId)
    expect([chat?.group?.id, chat?.waitingSince, chat?.round]).toEqual([two, before?.waitingSince, 1])
    // Cy has never been rung, Ben has: it is Cy’s turn; and who declined is not asked again.
    expect(await server.offersOf(chatId)).toEqual([cy.id])
    await server.command({ type: 'decline-chat', chatId }, cy)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([other.id])
  })

  test('R8: a chat that somebody is in leaves them and waits in the other group; only who is in it may move it, and no ended one', async () => {
    const { server, clock } = await aDesk()
    const [ada, ben] = [await server.agent('Ada', { capacity: 1 }), await server.agent('Ben')]
    const one = await server.group({}, [ada])
    const two = await server.group({}, [ada, ben])
    const group = { id: two, name: 'Two' }
    const visitor = someVisitor()
    const chatId = await server.ask(one, visitor)
    await server.settle()
    await server.command({ type: 'accept-chat', chatId }, ada)
    await server.settle()
    const codeOf = (answer: Awaited<ReturnType<typeof server.command>>) =>
      'refusal' in answer ? answer.refusal.code : null
    expect(codeOf(await server.command({ type: 'move-chat', chatId, group }, ben))).toBe('not-in-chat')
    expect(codeOf(await server.command({ type: 'move-chat', chatId, group }, visitor))).toBe('forbidden')
    clock.now += minute
    for (const agent of [ada, ben]) await server.there(agent)
    const moved = await server.command({ type: 'move-chat', chatId, group }, ada)
    expect('events' in moved && moved.events.map(({ event }) => event.type)).toEqual(['agent-left', 'group-changed'])
    await server.settle()
    const chat = await server.queries.chat(chatId)
    expect([chat?.phase, chat?.group?.id, chat?.waitingSince]).toEqual(['waiting', two, clock.now])
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    const again = await server.command({ type: 'move-chat', chatId, group }, ben)
    expect('events' in again && again.events).toEqual([])
    await server.command({ type: 'accept-chat', chatId }, ben)
    await server.command({ type: 'end-chat', chatId }, ben)
    const back = { id: one, name: 'One' }
    expect(codeOf(await server.command({ type: 'move-chat', chatId, group: back }, ben))).toBe('chat-ended')
  })

  test.each(['one-by-one', 'ring-all'] as const)(
    'R4, W23: a group emptied while a chat waits strands nothing: other ways are offered in time, then it is listed (%s)',
    async (offer) => {
      const { server, pass } = await aDesk()
      const ada = await server.agent('Ada')
      const change = { offer, giveUpAfter: 60, exhausted: 'callback' } as const
      const group = await server.group(change, [ada])
      const chatId = await server.ask(group)
      await server.settle()
      await server.group(change, [], group)
      await pass(60, ada)
      expect(await server.offersOf(chatId)).toEqual([])
      expect((await server.queries.chat(chatId))?.fallback).toMatchObject({ reason: 'gave-up', options: ['callback'] })
      await pass(10 * 60, ada)
      expect(await server.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'missed' })
      const listed = server.db.query.selectFrom('chat').select('id').where('follow_up', '=', 'abandoned').execute()
      expect(await listed).toEqual([{ id: chatId }])
    },
  )

  test('S11: what a process that died left undone, the next look does', async () => {
    const { server } = await aDesk()
    const ada = await server.agent('Ada')
    server.death.now = true
    const chatId = await server.ask()
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([])
    server.death.now = false
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([ada.id])
  })
})

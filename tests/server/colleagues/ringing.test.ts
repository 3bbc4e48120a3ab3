import { describe, expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { queuePlace } from '../../../server/features/queue/queue-place.ts'
import { aChatId } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aServer, someVisitor } from '../routing/a-server.ts'

const second = 1_000
const hour = 3_600 * second

describe.each(onBothDatabases)('a chat between colleagues on $name', ({ open }) => {
  async function aTeam() {
    const { db } = await open()
    const clock = { now: Date.UTC(2026, 10, 20, 12) }
    const server = aServer(db, clock)
    const asks = async (from: Actor, to: Actor, text = 'Have you a minute?'): Promise<ChatId> => {
      const chatId = aChatId()
      const person = { id: to.id, name: to.name }
      expect(await server.command({ type: 'ask-colleague', chatId, to: person, text }, from)).toHaveProperty('chat')
      await server.settle()
      return chatId
    }
    return { db, clock, server, asks, chat: (id: ChatId) => server.queries.chat(id) }
  }

  test('A14: it rings at the colleague who is asked, and at nobody else', async () => {
    const { server, asks, chat } = await aTeam()
    const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben')]
    await server.agent('Cy')
    const chatId = await asks(ana, ben)
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    await server.command({ type: 'accept-chat', chatId }, ben)
    await server.settle()
    expect(await chat(chatId)).toMatchObject({ phase: 'active', visitor: { id: ana.id }, agents: [{ id: ben.id }] })
    expect(await server.offersOf(chatId)).toEqual([])
  })

  test('A14, R11: it waits for a colleague who is away or not there, and rings again each time that they are back', async () => {
    const { server, asks, clock } = await aTeam()
    const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben', { there: false })]
    await server.agent('Cy')
    const chatId = await asks(ana, ben)
    expect(await server.offersOf(chatId)).toEqual([])
    await server.there(ben)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    await server.status(ben, 'busy')
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([])
    await server.status(ben, 'online')
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    // The lease runs out: nobody is there to hear it.
    clock.now += 10 * second
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([])
    const ended = (await server.queries.chat(chatId))?.offering.offers
    expect(ended).toEqual([])
    await server.there(ben)
    await server.settle()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
  })

  test('A14: declined, it ends as missed, by whom is told, and nobody has to follow it up', async () => {
    const { db, server, asks, chat } = await aTeam()
    const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben')]
    const chatId = await asks(ana, ben)
    const declined = await server.command({ type: 'decline-chat', chatId }, ben)
    await server.settle()
    expect(declined).toMatchObject({
      events: [{ actor: { id: ben.id }, event: { type: 'chat-ended', outcome: 'missed', reason: 'declined' } }],
    })
    expect(await chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'missed', endedBy: ben.id })
    expect(await server.offersOf(chatId)).toEqual([])
    expect(await db.query.selectFrom('chat').select('follow_up').execute()).toEqual([{ follow_up: null }])
  })

  test('A14: whoever asked may take it back while it waits', async () => {
    const { server, asks, chat } = await aTeam()
    const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben')]
    const chatId = await asks(ana, ben)
    await server.command({ type: 'end-chat', chatId }, ana)
    await server.settle()
    expect(await chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'abandoned', endedBy: ana.id })
    expect(await server.offersOf(chatId)).toEqual([])
    expect(await server.command({ type: 'accept-chat', chatId }, ben)).toMatchObject({
      refusal: { code: 'chat-ended' },
    })
  })

  test('A14, R4: it takes no room from visitors, ringing or begun, and rings also at a colleague who has no room', async () => {
    const { server, asks } = await aTeam()
    const [ana, ben] = [await server.agent('Ana', { capacity: 1 }), await server.agent('Ben', { capacity: 1 })]
    const group = await server.group({ offer: 'one-by-one' }, [ben])
    const first = await asks(ana, ben)
    const second = await asks(ana, ben)
    await server.command({ type: 'accept-chat', chatId: first }, ben)
    await server.settle()
    const visitors = await server.ask(group)
    await server.settle()
    expect(await server.offersOf(visitors)).toEqual([ben.id])
    await server.beat()
    expect(await server.offersOf(visitors)).toEqual([ben.id])
    expect(await server.offersOf(second)).toEqual([ben.id])
    await server.command({ type: 'accept-chat', chatId: visitors }, ben)
    await server.settle()
    await server.beat()
    expect(await server.offersOf(second)).toEqual([ben.id])
    const third = await asks(ana, ben)
    expect(await server.offersOf(third)).toEqual([ben.id])
  })

  test('A14, R13: visitors who wait are not told of it, and it has no group to be moved to', async () => {
    const { server, asks, clock } = await aTeam()
    const [ana, ben] = [await server.agent('Ana', { there: false }), await server.agent('Ben', { there: false })]
    const chatId = await asks(ana, ben)
    clock.now += second
    const visitor = someVisitor()
    const waiting = await server.ask(undefined, visitor)
    expect(await queuePlace(server, waiting, visitor.id, clock.now)).toMatchObject({ place: 1 })
    const group = { id: await server.group({}, [ana, ben]), name: 'Sales' }
    expect(await server.command({ type: 'move-chat', chatId, group }, ana)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('A14: time alone neither ends it nor offers another way', async () => {
    const { server, asks, chat, clock } = await aTeam()
    const [ana, ben, cy] = [await server.agent('Ana'), await server.agent('Ben'), await server.agent('Cy')]
    const active = await asks(ana, ben)
    await server.command({ type: 'accept-chat', chatId: active }, ben)
    const waiting = await asks(ana, cy)
    for (let hours = 0; hours < 3; hours++) {
      clock.now += hour
      for (const agent of [ana, ben, cy]) await server.there(agent)
      await server.beat()
    }
    expect(await chat(active)).toMatchObject({ phase: 'active', endsAt: null })
    expect(await chat(waiting)).toMatchObject({ phase: 'waiting', fallback: null })
    expect(await server.offersOf(waiting)).toEqual([cy.id])
  })

  test('A14: what no reaction did, the next beat does', async () => {
    const { server, chat } = await aTeam()
    const [ana, ben] = [await server.agent('Ana'), await server.agent('Ben')]
    const chatId = aChatId()
    server.death.now = true
    const to = { id: ben.id, name: ben.name }
    await server.command({ type: 'ask-colleague', chatId, to, text: 'Hello?' }, ana)
    await server.log.drain()
    server.death.now = false
    expect(await server.offersOf(chatId)).toEqual([])
    await server.beat()
    expect(await server.offersOf(chatId)).toEqual([ben.id])
    expect(await chat(chatId)).toMatchObject({ lastMessage: { by: 'visitor', text: 'Hello?' } })
  })
})

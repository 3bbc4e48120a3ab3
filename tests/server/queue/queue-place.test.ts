import { describe, expect, test } from 'vitest'
import type { ChatId } from '#shared/contract/ids.ts'
import { queuePlace } from '../../../server/features/queue/queue-place.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aServer, someVisitor } from '../routing/a-server.ts'

const second = 1_000

describe.each(onBothDatabases)('the queue on $name', ({ open }) => {
  test('R13: visitors are told their place in their own group, and how long others waited lately', async () => {
    const { db } = await open()
    const clock = { now: Date.UTC(2026, 10, 20, 12) }
    const server = aServer(db, clock)
    const ada = await server.agent('Ada', { there: false })
    const [billing, sales] = [await server.group({}, [ada]), await server.group({}, [ada])]
    const visitors = Array.from({ length: 3 }, someVisitor)
    const chats: ChatId[] = []
    for (const visitor of visitors) {
      chats.push(await server.ask(billing, visitor))
      clock.now += second
    }
    await server.ask(sales)
    const told = async (i: number) => {
      const [chatId, visitor] = [chats[i], visitors[i]]
      if (!chatId || !visitor) throw new Error('There is no such visitor.')
      return queuePlace(server, chatId, visitor.id, clock.now)
    }
    expect(await told(0)).toMatchObject({ phase: 'waiting', place: 1, estimatedWait: null, options: [], mayEnd: false })
    expect(await told(2)).toMatchObject({ place: 3 })

    // Three others waited 40 s each.
    for (let i = 0; i < 3; i++) {
      const chatId = await server.ask(billing)
      clock.now += 40 * second
      await server.command({ type: 'accept-chat', chatId }, ada)
    }
    expect(await told(2)).toMatchObject({ place: 3, estimatedWait: null, options: ['leave-message', 'callback'] })
    const visitor = someVisitor()
    const late = await server.ask(billing, visitor)
    clock.now += 15 * second
    expect(await queuePlace(server, late, visitor.id, clock.now)).toMatchObject({ place: 4, estimatedWait: 25 })

    const [first] = chats
    if (first) await server.command({ type: 'accept-chat', chatId: first }, ada)
    expect(await told(0)).toMatchObject({ phase: 'active', place: null, estimatedWait: null, options: [] })
    expect(await told(2)).toMatchObject({ place: 2 })
    await expect(queuePlace(server, late, ada.id, clock.now)).rejects.toThrow('This chat does not exist.')
  })
})

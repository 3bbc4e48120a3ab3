import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signUser } from '../../../server/realtime/engine/signature.ts'
import type { WebhookEvent } from '../../../server/realtime/engine/webhook-event.ts'
import { eventually } from './eventually.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { runEngine, testApp } from './running-engine.ts'

const step = fc.record({
  client: fc.nat(3),
  act: fc.constantFrom('subscribe', 'unsubscribe', 'sign in', 'close', 'cut'),
  channel: fc.constantFrom('room', 'private-room', 'presence-one', 'presence-two'),
  user: fc.constantFrom('anna', 'bert'),
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const acts: Record<Step['act'], (client: RawClient, step: Step) => Promise<void> | void> = {
  subscribe: (client, { channel, user }) =>
    client.subscribe(channel, channel.startsWith('presence-') ? JSON.stringify({ user_id: user }) : undefined),
  unsubscribe: async (client, { channel }) => {
    client.send({ event: 'pusher:unsubscribe', data: { channel } })
    await client.settled()
  },
  'sign in': (client, { user }) => {
    const data = JSON.stringify({ id: user, watchlist: ['anna', 'bert'] })
    client.send({ event: 'pusher:signin', data: signUser(testApp, client.socketId(), data) })
  },
  close: (client) => client.socket.close(),
  cut: (client) => client.socket.terminate(),
}

/** Who is on what, told by the webhooks alone. */
function replay(events: readonly WebhookEvent[]): Set<string> {
  const there = new Set<string>()
  const change = (key: string, comes: boolean) => {
    expect(there.has(key), `${key} ${comes ? 'comes' : 'goes'}`).toBe(!comes)
    if (comes) there.add(key)
    else there.delete(key)
  }
  for (const event of events) {
    if (event.name === 'channel_occupied' || event.name === 'channel_vacated') {
      change(event.channel, event.name === 'channel_occupied')
    } else if (event.name === 'member_added' || event.name === 'member_removed') {
      change(`${event.channel} ${event.user_id}`, event.name === 'member_added')
    }
  }
  return there
}

test('however clients come and go, each coming has one going, and nothing is left when all are gone', async () => {
  const events: WebhookEvent[] = []
  const engine = await runEngine({ onWebhook: (more) => events.push(...more) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const clients = await Promise.all([0, 1, 2, 3].map(() => connectRaw(engine)))
      for (const one of steps) {
        const client = clients[one.client]
        if (client && client.socket.readyState === client.socket.OPEN) {
          // A connection that was refused may close in the middle of its next act.
          await Promise.race([acts[one.act](client, one), client.closed])
        }
      }
      const there = replay(events)
      for (const name of engine.engine.channels('presence-')) {
        for (const id of engine.engine.members(name)) expect(there).toContain(`${name} ${id}`)
      }
      for (const { socket } of clients) socket.close()
      await eventually(() => engine.engine.stats().connections).toBe(0)
      expect(engine.engine.stats()).toMatchObject({ channels: 0, users: 0, watchedUsers: 0 })
      expect(replay(events)).toEqual(new Set())
    }),
    { numRuns: 60 },
  )
})

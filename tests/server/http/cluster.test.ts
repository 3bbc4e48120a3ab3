import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createApiClient } from '#shared/client/api-client.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { openDatabase } from '../../../server/store/database.ts'
import {
  type ApiPerson,
  aClientId,
  anAdministrator,
  anAgent,
  aVisitor,
  aWaitingChat,
} from '../../support/api-people.ts'
import { type Desk, startDesk } from '../../support/desk.ts'
import { rawRequest } from '../../support/raw-request.ts'

describe('two servers on one PostgreSQL with an engine elsewhere', { timeout: 60_000 }, () => {
  let desk: Desk
  let administrator: ApiPerson
  let vera: ApiPerson
  beforeAll(async () => {
    desk = await startDesk('cluster')
    administrator = await anAdministrator(desk)
    vera = await aVisitor(desk)
  }, 60_000)
  afterAll(() => desk.remove())

  /** The same person at the other server. */
  const there = (who: ApiPerson) => createApiClient(desk.agentUrl, fetch, () => who.token)

  it('know each other’s sessions, agents and log', async () => {
    const [here, other] = await Promise.all([administrator.api.getSession({}), there(administrator).getSession({})])
    expect(other).toEqual(here)
    const agent = await anAgent(desk, administrator, 'Anna')
    expect((await there(agent).getSession({})).agent.name).toBe('Anna')
    await agent.api.signOut({})
    await expect(there(agent).getSession({})).rejects.toMatchObject({ status: 401 })
  })

  it('send clients to the engine that the setting names, and are none themselves', async () => {
    const { realtime } = await vera.api.getVisitorSession({})
    expect(realtime).toEqual({ key: 'desk-key', host: '127.0.0.1', port: expect.any(Number), tls: false })
    const upgrade = `GET /app/desk-key?protocol=7 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
    expect((await rawRequest(desk.port, upgrade)).status).toBe(404)
  })

  it('what is written at one is heard by who was let in by the other', async () => {
    const { realtime } = await administrator.api.getSession({})
    const socket = new WebSocket(`ws://${realtime.host}:${realtime.port}/app/${realtime.key}?protocol=7`)
    const frames: { event: string; data: string }[] = []
    socket.on('message', (text) => frames.push(JSON.parse(String(text))))
    await once(socket, 'message')
    const socketId = JSON.parse(frames[0]?.data ?? '{}').socket_id
    const body = { socket_id: socketId, channel_name: channels.agents }
    const permission = await there(administrator).authorizeChannel({ body })
    socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel: channels.agents, ...permission } }))
    await expect.poll(() => frames.map(({ event }) => event)).toContain('pusher_internal:subscription_succeeded')
    const chatId = await aWaitingChat(vera)
    await expect.poll(() => frames.at(-1)?.data).toContain(chatId)
    socket.close()
  })

  describe('P1, R11: what the engine tells', () => {
    const tell = async (body: string, signature: string, key = 'desk-key') => {
      const headers = { 'content-type': 'application/json', 'x-pusher-key': key, 'x-pusher-signature': signature }
      const response = await fetch(`${desk.url}/api/realtime/webhook`, { method: 'POST', headers, body })
      return { status: response.status, answer: await response.json() }
    }
    const signed = (body: string) => createHmac('sha256', 'desk-secret').update(body).digest('hex')
    const gone = (channel: string) =>
      JSON.stringify({ time_ms: Date.now(), events: [{ name: 'channel_vacated', channel }] })
    const dotOf = async (id: string) => (await administrator.api.listTeam({})).team.find((one) => one.id === id)?.dot

    it('is believed with its signature alone', async () => {
      const agent = await anAgent(desk, administrator, 'Eve')
      const body = gone(channels.agent(agent.id))
      const refused = { status: 403, answer: expect.objectContaining({ code: 'forbidden' }) }
      expect(await tell(body, 'a'.repeat(64))).toEqual(refused)
      expect(await tell(body, signed(`${body} `))).toEqual(refused)
      expect(await tell(body, signed(body), 'another-key')).toEqual(refused)
      expect(await tell('no JSON', signed('no JSON'))).toEqual(refused)
      expect((await tell(' '.repeat(200_000), '')).status).toBe(413)
      await agent.api.renewPresence({ body: { idle: false } })
      const { lease_until: before } = await leaseOf(agent.id)
      expect(await tell(body, signed(body))).toEqual({ status: 200, answer: {} })
      // Not the lease's own end, which is seconds away.
      expect((await leaseOf(agent.id)).lease_until).toBeLessThan(before)
      await expect.poll(() => dotOf(agent.id)).toBe('black')
    })

    it('counts only while it is so: a late word about somebody who is back changes nothing', async () => {
      const agent = await anAgent(desk, administrator, 'Fay')
      const { realtime } = await agent.api.getSession({})
      const socket = new WebSocket(`ws://${realtime.host}:${realtime.port}/app/${realtime.key}?protocol=7`)
      const frames: { event: string; data: string }[] = []
      socket.on('message', (text) => frames.push(JSON.parse(String(text))))
      await once(socket, 'message')
      const socket_id = JSON.parse(frames[0]?.data ?? '{}').socket_id
      const channel = channels.agent(agent.id)
      const permission = await agent.api.authorizeChannel({ body: { socket_id, channel_name: channel } })
      socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, ...permission } }))
      await expect.poll(() => frames.map(({ event }) => event)).toContain('pusher_internal:subscription_succeeded')
      await agent.api.renewPresence({ body: { idle: false } })
      const { lease_until: before } = await leaseOf(agent.id)
      const body = gone(channel)
      expect(await tell(body, signed(body))).toEqual({ status: 200, answer: {} })
      expect((await leaseOf(agent.id)).lease_until).toBe(before)
      socket.close()
    })
  })

  const leaseOf = async (id: string) => {
    const db = await openDatabase(desk.database)
    const row = await db.query
      .selectFrom('presence')
      .select('lease_until')
      .where('agent_id', '=', id)
      .executeTakeFirstOrThrow()
    await db.close()
    return row
  }

  it('R3: of acceptances at both at once exactly one wins', async () => {
    const agents = await Promise.all(['Bob', 'Cem', 'Dee'].map((name) => anAgent(desk, administrator, name)))
    for (let round = 0; round < 10; round++) {
      const chatId: ChatId = await aWaitingChat(vera)
      const tries = agents.map((agent, i) =>
        (i % 2 ? agent.api : there(agent)).acceptChat({ params: { chatId }, body: { clientId: aClientId() } }),
      )
      const results = await Promise.allSettled(tries)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })
})

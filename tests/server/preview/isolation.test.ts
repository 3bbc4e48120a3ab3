import fc from 'fast-check'
import Pusher from 'pusher-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { PreviewAct } from '#shared/contract/preview-api.ts'
import { chatStream, internalStream, type StreamId } from '#shared/contract/streams.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import { previewOf } from '#shared/domain/preview/preview-ids.ts'
import { type ApiPerson, aClientId, anAdministrator, aVisitor, aWaitingChat } from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const page = { url: 'https://shop.example/lamps', title: 'Lamps' }

type VisitorAct = 'start' | 'write' | 'visit' | 'callback' | 'message' | 'end' | 'accept' | 'name'
const step = fc.oneof(
  fc.constantFrom<VisitorAct>('start', 'start', 'write', 'visit', 'callback', 'message', 'end', 'accept', 'name'),
  fc.constantFrom<PreviewAct['do']>('answer', 'type', 'send', 'leave', 'end', 'invite', 'set').map((act) => ({ act })),
)

describe('a preview on a running server', { timeout: 240_000 }, () => {
  let server: TestServer
  let agent: ApiPerson
  let heard: string[]
  let socket: Pusher
  beforeAll(async () => {
    server = await startServer()
    agent = await anAdministrator(server)
    heard = []
    const realtime = (await agent.api.getSession({})).realtime
    socket = new Pusher(realtime.key, {
      ...{ cluster: '', wsHost: '127.0.0.1', wsPort: server.port, forceTLS: false, enabledTransports: ['ws'] },
      channelAuthorization: {
        transport: 'ajax',
        endpoint: '',
        customHandler: ({ socketId, channelName }, done) =>
          agent.api.authorizeChannel({ body: { socket_id: socketId, channel_name: channelName } }).then(
            (answer) => done(null, answer as never),
            (error) => done(error, null),
          ),
      },
    })
    await Promise.all(
      [channels.agents, channels.agent(agent.id)].map((name) => {
        const channel = socket.subscribe(name)
        channel.bind_global((_: string, data: unknown) => heard.push(JSON.stringify(data)))
        return new Promise((resolve, reject) => {
          channel.bind('pusher:subscription_succeeded', resolve)
          channel.bind('pusher:subscription_error', reject)
        })
      }),
    )
    await agent.api.renewPresence({ body: { idle: false } })
  }, 60_000)
  afterAll(async () => {
    socket.disconnect()
    await server.remove()
  })

  async function aPreview() {
    const { token } = await createApiClient(server.url, fetch).openPreview({ body: {} })
    const api = createApiClient(server.url, fetch, () => token)
    const { visitor } = await api.getVisitorSession({})
    return { api, id: visitor.id, token }
  }
  type Preview = Awaited<ReturnType<typeof aPreview>>

  /** What an agent can find, by every way that there is. */
  async function seen(): Promise<string> {
    const { api } = agent
    const held: Record<StreamId, number> = {}
    const found = await Promise.all([
      ...(['waiting', 'active', 'ended'] as const).map((phase) => api.listChats({ query: { phase, limit: '200' } })),
      api.listFollowUps({ query: { list: 'abandoned' } }),
      api.listFollowUps({ query: { list: 'callbacks' } }),
      api.listVisitors({ query: { limit: '100' } }),
      api.listGroups({}),
      api.listTeam({}),
      api.listErased({ query: {} }),
      api.sync({ body: { logId: null, streams: held } }),
    ])
    return JSON.stringify(found)
  }

  async function visitorDoes({ api }: Preview, act: VisitorAct, chatId: ChatId | undefined, made: ChatId[]) {
    const clientId = aClientId()
    const params = { chatId: chatId ?? (crypto.randomUUID() as string as ChatId) }
    const begin = { page, language: 'en' }
    if (!chatId || act === 'start' || act === 'callback' || act === 'message') made.push(params.chatId)
    switch (act) {
      case 'start': {
        const fresh = crypto.randomUUID() as string as ChatId
        made.push(fresh)
        return api.startChat({ body: { chatId: fresh, clientId, ...begin, description: 'It is about lamps' } })
      }
      case 'write':
        return api.sendMessage({ params, body: { clientId, text: 'Is anybody there?' } })
      case 'visit':
        return api.reportVisit({ body: { visitId: crypto.randomUUID() as string as VisitId, page, state: 'active' } })
      case 'callback':
        return api.requestCallback({ params, body: { clientId, phone: '+493012345678', begin } })
      case 'message':
        return api.leaveMessage({ params, body: { clientId, email: 'olga@example.com', text: 'Hello', begin } })
      case 'end':
        return api.endChat({ params, body: { clientId } })
      case 'accept':
        return api.answerInvitation({ params, body: { clientId, accept: true } })
      case 'name':
        return api.nameVisitor({ body: { name: 'Olga' } })
    }
  }

  const bodyOf = (act: PreviewAct['do'], n: number): PreviewAct => {
    if (act === 'send') return { do: act, clientId: aClientId(), text: 'Hello' }
    if (act === 'invite') return { do: act, text: 'May I help?' }
    if (act === 'set') return { do: act, away: n % 2 === 0, closed: n % 3 === 0 }
    return { do: act }
  }

  it('G4: whatever is tried out in previews, no agent ever sees it, hears of it, counts it, or can reach it', async () => {
    const before = { visitors: await agent.api.countVisitors({ query: {} }), metrics: await appended() }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const preview = await aPreview()
        const made: ChatId[] = []
        for (const [n, one] of steps.entries()) {
          const { chat } = await preview.api.getPreview({})
          const doing =
            typeof one === 'string'
              ? visitorDoes(preview, one, chat?.chatId, made)
              : preview.api.actInPreview({ body: bodyOf(one.act, n) })
          // Refused is what does not fit; nothing may break.
          await doing.catch(({ status }) => expect([400, 403, 404, 409]).toContain(status))
        }
        const { chats } = await preview.api.getVisitorSession({})
        const ids = [preview.id, previewOf(preview.id) ?? '', ...made, ...chats.map(({ chatId }) => chatId)]
        const all = (await seen()) + heard.join()
        for (const id of ids) expect(all).not.toContain(id)
        for (const { chatId } of chats) await agentCannotReach(chatId)
        await agentCannotReachVisitor(preview.id)
      }),
      { numRuns: 25 },
    )
    expect(await agent.api.countVisitors({ query: {} })).toEqual(before.visitors)
    expect(await appended()).toBe(before.metrics)

    // What this test looks at does show what is real.
    const real = await aVisitor(server, 'Real')
    const chatId = await aWaitingChat(real)
    expect(await seen()).toContain(chatId)
    await expect.poll(() => heard.join(), { timeout: 30_000 }).toContain(chatId)
    expect(await appended()).toBeGreaterThan(before.metrics)
    // Nor does a real one wait behind any of them.
    expect(await real.api.getQueuePlace({ params: { chatId } })).toMatchObject({ place: 1, estimatedWait: null })
  })

  async function appended(): Promise<number> {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    const lines = text.split('\n').filter((line) => line.startsWith('deskbell_events_appended_total{'))
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
  }

  async function agentCannotReach(chatId: ChatId) {
    const [params, body] = [{ chatId }, { clientId: aClientId() }]
    const { api } = agent
    const streams = { [chatStream(chatId)]: 0, [internalStream(chatId)]: 0 } as Record<StreamId, number>
    const { gone } = await api.sync({ body: { logId: null, streams } })
    expect(gone).toHaveLength(2)
    const tries = [
      api.acceptChat({ params, body }),
      api.declineChat({ params, body }),
      api.joinChat({ params, body }),
      api.observeChat({ params, body }),
      api.endChat({ params, body }),
      api.followUp({ params, body }),
      api.sendMessage({ params, body: { ...body, text: 'Hello' } }),
      api.moveChat({ params, body: { ...body, groupId: '00000000-0000-4000-8000-000000000000' as GroupId } }),
      api.listEvents({ params: { stream: chatStream(chatId) }, query: {} }),
      api.markReceipt({ params, body: { delivered: 1, read: 1 } }),
      api.signalTyping({ params, body: { typing: true } }),
    ]
    for (const outcome of await Promise.allSettled(tries))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 404 } })
    const listening = api.authorizeChannel({ body: { socket_id: '1.1', channel_name: channels.chat(chatId) } })
    await expect(listening).rejects.toMatchObject({ status: 403 })
  }

  async function agentCannotReachVisitor(visitorId: ActorId) {
    await expect(agent.api.getVisit({ params: { visitorId } })).rejects.toMatchObject({ status: 404 })
    const body = { chatId: crypto.randomUUID() as string as ChatId, clientId: aClientId(), text: 'Hello' }
    await expect(agent.api.startVisitorChat({ params: { visitorId }, body })).rejects.toMatchObject({ status: 409 })
  }
})

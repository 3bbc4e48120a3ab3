import Pusher from 'pusher-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { type Hint, realtimeEvents } from '#shared/contract/signals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import { type ApiPerson, aClientId, anAdministrator } from '../../support/api-people.ts'
import { rowsContaining } from '../../support/rows-containing.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const page = { url: 'https://shop.example/lamps', title: 'Lamps' }
const address = '81.169.145.66'
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const whenItComes = { timeout: 30_000 }

describe('visitors of a running server', { timeout: 120_000 }, () => {
  let server: TestServer
  let agent: ApiPerson
  beforeAll(async () => {
    server = await startServer()
    agent = await anAdministrator(server)
  }, 60_000)
  afterAll(() => server.remove())

  /** Somebody whose requests a proxy on this machine passes on. */
  async function aVisitorFrom(from: string) {
    const proxied: typeof fetch = (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, 'x-forwarded-for': from, 'user-agent': userAgent } })
    const { token, visitor } = await createApiClient(server.url, proxied).openVisitorSession({ body: {} })
    const api = createApiClient(server.url, proxied, () => token)
    const visitId = crypto.randomUUID() as string as VisitId
    const says = (state: 'active' | 'away' | 'gone') => api.reportVisit({ body: { visitId, page, state } })
    return { ...visitor, token, api, says }
  }
  const find = async ({ id }: { readonly id: string }) =>
    (await agent.api.listVisitors({ query: {} })).visitors.find(({ visitor }) => visitor.id === id)

  it('A3: knows the country by the address that the proxy names, and keeps the address nowhere', async () => {
    const vera = await aVisitorFrom(address)
    await vera.says('active')
    expect(await find(vera)).toMatchObject({
      visitor: { id: vera.id, name: '' },
      page,
      place: { country: 'DE' },
      device: { browser: 'Firefox', os: 'Linux', kind: 'desktop' },
      dot: 'green',
    })
    expect(await rowsContaining(server.database, vera.id)).toBeGreaterThan(2)
    expect(await rowsContaining(server.database, address)).toBe(0)
    expect(server.log() + server.said()).not.toContain(address)
    await vera.says('gone')
    expect(await find(vera)).toBeUndefined()
  })

  it('W14: one who only has a page open hears of the chat where they listen, is found by its client, and gets a name', async () => {
    const vera = await aVisitorFrom(address)
    await vera.says('active')
    const hints = await listen(server, vera, channels.visitor(vera.id))
    const chatId = crypto.randomUUID() as string as ChatId
    const body = { chatId, clientId: aClientId(), text: 'May I help you?' }
    const { events } = await agent.api.startVisitorChat({ params: { visitorId: vera.id }, body })
    await expect.poll(() => hints, whenItComes).toMatchObject([{ stream: chatStream(chatId), lastSeq: 2, events }])
    expect((await vera.api.getVisitorSession({})).chats).toMatchObject([{ chatId, agents: [{ id: agent.id }] }])
    await vera.api.nameVisitor({ body: { name: 'Vera' } })
    await vera.api.sendMessage({ params: { chatId }, body: { clientId: aClientId(), text: 'Yes' } })
    const { chats } = await agent.api.listChats({ query: { phase: 'active' } })
    expect(chats.find((chat) => chat.chatId === chatId)?.visitor).toEqual({ id: vera.id, name: 'Vera' })
  })

  it('refuses a session that floods it with reports, and nobody else', async () => {
    const [mallory, vera] = [await aVisitorFrom(address), await aVisitorFrom(address)]
    const answers = await Promise.allSettled(Array.from({ length: 150 }, () => mallory.says('active')))
    const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason)
    expect(refused).toHaveLength(30)
    for (const { status, refusal } of refused)
      expect([status, refusal]).toMatchObject([429, { code: 'too-many-requests', retryAfter: expect.any(Number) }])
    await vera.says('active')
    expect(await find(vera)).toBeTruthy()
  })
})

/** What a page hears on one channel. */
async function listen(server: TestServer, person: Pick<ApiPerson, 'api'>, name: string): Promise<Hint[]> {
  const { realtime } = await person.api.getVisitorSession({})
  const socket = new Pusher(realtime.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: server.port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, callback) => {
        const body = { socket_id: socketId, channel_name: channelName }
        person.api.authorizeChannel({ body }).then(
          (answer) => callback(null, answer as never),
          (error) => callback(error, null),
        )
      },
    },
  })
  listening.push(socket)
  const hints: Hint[] = []
  const channel = socket.subscribe(name)
  channel.bind(realtimeEvents.hint, (hint: Hint) => hints.push(hint))
  await new Promise((resolve, reject) => {
    channel.bind('pusher:subscription_succeeded', resolve)
    channel.bind('pusher:subscription_error', reject)
  })
  return hints
}

const listening: Pusher[] = []
afterAll(() => {
  for (const socket of listening) socket.disconnect()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import type { PreviewAct } from '#shared/contract/preview-api.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { previewOf } from '#shared/domain/preview/preview-ids.ts'
import { aClientId, aVisitor } from '../../support/api-people.ts'
import { rowsContaining } from '../../support/rows-containing.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const page = { url: 'https://shop.example/lamps', title: 'Lamps' }

describe('the simulated agent', { timeout: 120_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ movableClock: true })
  }, 60_000)
  afterAll(() => server.remove())

  async function aPreview() {
    const opened = await createApiClient(server.url, fetch).openPreview({ body: {} })
    const api = createApiClient(server.url, fetch, () => opened.token)
    const { visitor } = await api.openVisitorSession({ body: { name: 'Olga' } })
    const does = (body: PreviewAct) => api.actInPreview({ body })
    async function starts() {
      const chatId = crypto.randomUUID() as string as ChatId
      await api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en' } })
      return chatId
    }
    const happened = async (chatId: ChatId) => {
      const { events } = await api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
      return events.map(({ actor, event }) => `${actor.kind}: ${event.type}`)
    }
    return { ...opened, api, visitor, does, starts, happened }
  }

  it('G4: answers, writes, leaves, comes back and ends, and says that it is simulated', async () => {
    const { agent, api, does, starts, happened } = await aPreview()
    expect(agent.name).toMatch(/simulated/i)
    const chatId = await starts()
    expect(await api.getPreview({})).toEqual({
      chat: { chatId, phase: 'waiting', invited: false },
      ...{ away: false, closed: false },
    })
    expect((await does({ do: 'answer' })).chat).toMatchObject({ phase: 'active' })
    const clientId = aClientId()
    await does({ do: 'send', clientId, text: 'Hello Olga' })
    await does({ do: 'send', clientId, text: 'Hello Olga' })
    expect((await does({ do: 'leave' })).chat).toMatchObject({ phase: 'waiting' })
    await does({ do: 'type' })
    expect((await does({ do: 'end' })).chat).toMatchObject({ phase: 'ended' })
    expect(await happened(chatId)).toEqual([
      'visitor: chat-requested',
      'agent: chat-accepted',
      'agent: message-sent',
      'agent: agent-left',
      'agent: chat-accepted',
      'agent: chat-ended',
    ])
    const { receipts } = await api.sync({ body: { logId: null, streams: {} } })
    expect(receipts).toMatchObject([{ kind: 'agent', chatId, read: expect.any(Number) }])
  })

  it('G4, W14: asks into a chat, which the visitor accepts', async () => {
    const { api, does, happened } = await aPreview()
    const { chat } = await does({ do: 'invite', text: 'May I help you?' })
    if (!chat) throw new Error('There is no chat.')
    expect(chat).toMatchObject({ phase: 'active', invited: true })
    await expect(does({ do: 'invite', text: 'Again' })).rejects.toMatchObject({ status: 409 })
    await api.answerInvitation({ params: chat, body: { clientId: aClientId(), accept: true } })
    expect(await happened(chat.chatId)).toEqual([
      'agent: chat-proposed',
      'agent: message-sent',
      'visitor: invitation-accepted',
    ])
  })

  it('G4, W5, W7: goes away and comes back, and closes, in its own preview alone', async () => {
    const [mine, other] = [await aPreview(), await aPreview()]
    const of = ({ api }: typeof mine) => api.getAvailability({ query: {} })
    expect(await of(mine)).toMatchObject({ groupId: previewOf(mine.visitor.id), available: true, open: true })
    await mine.does({ do: 'set', away: true, closed: false })
    expect(await of(mine)).toMatchObject({ available: false, open: true })
    await mine.does({ do: 'set', away: false, closed: true })
    expect(await of(mine)).toMatchObject({ available: false, open: false })
    const chatId = await mine.starts()
    const params = { chatId }
    expect(await mine.api.getQueuePlace({ params })).toMatchObject({
      ...{ open: false, place: 1, mayEnd: true, estimatedWait: null },
      options: expect.arrayContaining(['callback', 'leave-message']),
    })
    expect(await of(other)).toMatchObject({ available: true, open: true })
    // Nobody real is there: what is simulated makes no difference to that.
    expect(await createApiClient(server.url, fetch).getAvailability({ query: {} })).toMatchObject({ open: true })
    await mine.does({ do: 'set', away: false, closed: false })
    expect(await of(mine)).toMatchObject({ available: true })
  })

  it('G4: is refused to real visitors and to agents', async () => {
    const vera = await aVisitor(server)
    await expect(vera.api.getPreview({})).rejects.toMatchObject({ status: 403 })
    await expect(vera.api.actInPreview({ body: { do: 'answer' } })).rejects.toMatchObject({ status: 403 })
    const nobody = createApiClient(server.url, fetch)
    await expect(nobody.getPreview({})).rejects.toMatchObject({ status: 401 })
  })

  it('G4: takes the rules of the group that is named', async () => {
    const unknown = crypto.randomUUID() as string as GroupId
    const { agent } = await createApiClient(server.url, fetch).openPreview({ body: { group: unknown } })
    expect(agent.id).toBe('preview-agent' as ActorId)
  })

  it('G4: after a day nothing of a preview is left, in any table', async () => {
    const { api, does, starts, visitor } = await aPreview()
    const chatId = await starts()
    await does({ do: 'send', clientId: aClientId(), text: 'Hello Olga' })
    expect(await rowsContaining(server.database, visitor.id)).toBeGreaterThan(3)
    expect(await rowsContaining(server.database, chatId)).toBeGreaterThan(3)
    await server.advance(25 * 60 * 60 * 1000)
    const left = async () =>
      (await rowsContaining(server.database, previewOf(visitor.id) ?? '')) +
      (await rowsContaining(server.database, chatId))
    await expect.poll(left, { timeout: 60_000 }).toBe(0)
    await expect(api.getPreview({})).rejects.toMatchObject({ status: 401 })
  })
})

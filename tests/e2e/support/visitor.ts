import { randomUUID } from 'node:crypto'
import { createApiClient } from '#shared/client/api-client.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { chatStream, type StreamId } from '#shared/contract/streams.ts'

export interface TestVisitor {
  readonly id: ActorId
  readonly chatId: ChatId
  write(text: string): Promise<void>
  types(): Promise<void>
  /** How far the visitor has read. */
  reads(seq: number): Promise<void>
  /** The messages of the chat as the log keeps them: who, and what. */
  messages(): Promise<string[]>
  /** How far the agents are, as the visitor is told. */
  agentReceipt(): Promise<{ delivered: number; read: number }>
}

/** A visitor by the API alone, for tests of the agent's side: asks for a chat, with a first message. */
export async function aVisitorWaits(serverUrl: string, name: string, message: string): Promise<TestVisitor> {
  const { token, visitor } = await createApiClient(serverUrl, fetch).openVisitorSession({ body: { name } })
  const api = createApiClient(serverUrl, fetch, () => token)
  const chatId = randomUUID() as ChatId
  const params = { chatId }
  const clientId = () => randomUUID() as ClientId
  const page = { url: 'https://shop.example/prices', title: 'Prices' }
  await api.startChat({ body: { chatId, clientId: clientId(), page, language: 'en' } })
  await api.sendMessage({ params, body: { clientId: clientId(), text: message } })
  return {
    id: visitor.id,
    chatId,
    async write(text) {
      await api.sendMessage({ params, body: { clientId: clientId(), text } })
    },
    async types() {
      await api.signalTyping({ params, body: { typing: true } })
    },
    async reads(seq) {
      await api.markReceipt({ params, body: { delivered: seq, read: seq } })
    },
    async messages() {
      const { events } = await api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
      return events.flatMap(({ actor, event }) =>
        event.type === 'message-sent' ? [`${actor.kind}: ${event.text}`] : [],
      )
    },
    async agentReceipt() {
      const { receipts } = await api.sync({ body: { logId: null, streams: {} as Record<StreamId, number> } })
      const agent = receipts.find((one) => one.kind === 'agent' && one.chatId === chatId)
      return { delivered: agent?.delivered ?? 0, read: agent?.read ?? 0 }
    },
  }
}

import { type ApiClient, ApiError, createApiClient } from '#shared/client/api-client.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { TestServer } from '../../support/server.ts'
import type { Credentials } from '../support/add-agent.ts'

/** The messages of a visitor's active chat as the server keeps them: `Ada: Hello`, in their order. */
export async function logOf(server: TestServer, visitor: string): Promise<string[]> {
  const api = await signedIn(server, server.adminUsername, server.adminPassword)
  const { chats } = await api.listChats({ query: { phase: 'active' } })
  const chat = chats.find((one) => one.visitor.name === visitor)
  if (!chat) return []
  const { events } = await api.listEvents({ params: { stream: chatStream(chat.chatId) }, query: {} })
  return events.flatMap(({ actor, event }) => (event.type === 'message-sent' ? [`${actor.name}: ${event.text}`] : []))
}

/** So that nobody waits, and this agent is in no chat. */
export async function endAllChats(server: TestServer, { username, password }: Credentials): Promise<void> {
  const api = await signedIn(server, username, password)
  for (const phase of ['waiting', 'active'] as const)
    for (const { chatId } of (await api.listChats({ query: { phase } })).chats) {
      const command = { params: { chatId }, body: { clientId: crypto.randomUUID() as ClientId } }
      if (phase === 'waiting') await api.acceptChat(command)
      else await api.endChat(command).catch(leaveToOthers)
    }
}

function leaveToOthers(error: unknown): void {
  if (!(error instanceof ApiError) || error.refusal?.code !== 'not-in-chat') throw error
}

async function signedIn(server: TestServer, username: string, password: string): Promise<ApiClient> {
  const { token } = await createApiClient(server.url, fetch).signIn({ body: { username, password } })
  return createApiClient(server.url, fetch, () => token)
}

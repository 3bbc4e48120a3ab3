import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import type { Person } from '#shared/contract/actors.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import type { TestServer } from './server.ts'

/** Somebody who talks to a running server through the real client. */
export interface ApiPerson extends Person {
  readonly token: string
  readonly api: ApiClient
}

export async function anAdministrator(server: TestServer): Promise<ApiPerson> {
  const body = { username: server.adminUsername, password: server.adminPassword }
  const { token, agent } = await createApiClient(server.url, fetch).signIn({ body })
  return { ...agent, token, api: createApiClient(server.url, fetch, () => token) }
}

/** An agent without further rights, made by the administrator. */
export async function anAgent(server: TestServer, administrator: ApiPerson, name = 'Anna'): Promise<ApiPerson> {
  const body = { username: `${name}-${crypto.randomUUID()}`, password: 'a password of hers' }
  await administrator.api.createAgent({ body: { ...body, name } })
  const { token, agent } = await createApiClient(server.url, fetch).signIn({ body })
  return { ...agent, token, api: createApiClient(server.url, fetch, () => token) }
}

/** @param name empty for one who has not said it */
export async function aVisitor(server: TestServer, name = 'Vera'): Promise<ApiPerson> {
  const { token, visitor } = await createApiClient(server.url, fetch).openVisitorSession({ body: name ? { name } : {} })
  return { ...visitor, token, api: createApiClient(server.url, fetch, () => token) }
}

export const aClientId = () => crypto.randomUUID() as string as ClientId

/** A chat that this visitor just asked for. */
export async function aWaitingChat(visitor: ApiPerson): Promise<ChatId> {
  const chatId = crypto.randomUUID() as string as ChatId
  const page = { url: 'https://shop.example/lamps', title: 'Lamps' }
  await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en' } })
  return chatId
}

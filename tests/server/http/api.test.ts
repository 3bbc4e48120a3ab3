import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { api } from '#shared/contract/api.ts'
import { defaultGroupSettings, type StatusId } from '#shared/contract/groups.ts'
import { type ChatId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import type { Access } from '#shared/contract/route.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import {
  type ApiPerson,
  aClientId,
  anAdministrator,
  anAgent,
  aVisitor,
  aWaitingChat,
} from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { validInput } from './malformed-attempts.ts'

const operations = Object.keys(paths) as Operation[]
type Kind = 'nobody' | 'visitor' | 'agent' | 'administrator'
const mayCall: Record<Access, readonly Kind[]> = {
  anyone: ['nobody', 'visitor', 'agent', 'administrator'],
  visitor: ['visitor'],
  agent: ['agent', 'administrator'],
  administrator: ['administrator'],
  participant: ['visitor', 'agent', 'administrator'],
}

describe('the API', { timeout: 60_000 }, () => {
  let server: TestServer
  let administrator: ApiPerson
  let agent: ApiPerson
  let visitor: ApiPerson
  beforeAll(async () => {
    server = await startServer()
    administrator = await anAdministrator(server)
    agent = await anAgent(server, administrator)
    visitor = await aVisitor(server)
  }, 60_000)
  afterAll(() => server.remove())

  const tokenOf = (kind: Kind) => ({ nobody: undefined, visitor, agent, administrator })[kind]?.token
  const call = (method: string, path: string, init: RequestInit = {}) => fetch(server.url + path, { method, ...init })

  it.each(operations)('lets nobody but those whom the contract names call %s', async (operation) => {
    const { method, path, headers, body } = validInput(operation, { chatId: crypto.randomUUID(), secret: 'somebody' })
    for (const kind of ['nobody', 'visitor', 'agent', 'administrator'] as const) {
      if (mayCall[api[operation].access].includes(kind)) continue
      const token = tokenOf(kind)
      const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
      const response = await call(method, path, { headers: { ...headers, ...authorization }, ...(body && { body }) })
      expect([kind, response.status]).toEqual([kind, token ? 403 : 401])
      expect(await response.json()).toMatchObject({ code: token ? 'forbidden' : 'not-signed-in' })
    }
  })

  it('answers as the contract says, all through a chat', async () => {
    const answers = new Map<Operation, unknown>()
    const note = async <T>(operation: Operation, answer: Promise<T>): Promise<T> => {
      answers.set(operation, await answer)
      return answer
    }
    const username = `eve-${crypto.randomUUID()}`
    const body = { username, password: 'eve has one' }
    await note('createAgent', administrator.api.createAgent({ body: { ...body, name: 'Eve' } }))
    await note('listAgents', administrator.api.listAgents({}))
    await note('getSession', agent.api.getSession({}))
    const chatId = await aWaitingChat(visitor)
    const params = { chatId }
    const clientId = aClientId()
    await note('declineChat', administrator.api.declineChat({ params, body: { clientId } }))
    await note('listChats', agent.api.listChats({ query: { phase: 'waiting' } }))
    await note('acceptChat', agent.api.acceptChat({ params, body: { clientId } }))
    await note('sendMessage', visitor.api.sendMessage({ params, body: { clientId: aClientId(), text: ' <b>hi</b> ' } }))
    await note('signalTyping', agent.api.signalTyping({ params, body: { typing: true } }))
    await note('markReceipt', agent.api.markReceipt({ params, body: { delivered: 3, read: 3 } }))
    await note('listEvents', visitor.api.listEvents({ params: { stream: `chat:${chatId}` }, query: {} }))
    await note('sync', agent.api.sync({ body: { logId: null, streams: {} } }))
    await note(
      'authorizeChannel',
      visitor.api.authorizeChannel({ body: { socket_id: '1.2', channel_name: `private-chat-${chatId}` } }),
    )
    await note('authenticateSocket', agent.api.authenticateSocket({ body: { socket_id: '1.2' } }))
    await note('getVisitorSession', visitor.api.getVisitorSession({}))
    const unpermitted = agent.api.observeChat({ params, body: { clientId: aClientId() } })
    await expect(unpermitted).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    await note('observeChat', administrator.api.observeChat({ params, body: { clientId: aClientId() } }))
    await note('stopObserving', administrator.api.stopObserving({ params, body: { clientId: aClientId() } }))
    await note('joinChat', administrator.api.joinChat({ params, body: { clientId: aClientId() } }))
    await administrator.api.leaveChat({ params, body: { clientId: aClientId() } })
    await note('moveChat', agent.api.moveChat({ params, body: { clientId: aClientId(), groupId: everyone } }))
    await note('leaveChat', agent.api.leaveChat({ params, body: { clientId: aClientId() } }))
    await note('getQueuePlace', visitor.api.getQueuePlace({ params }))
    await agent.api.acceptChat({ params, body: { clientId: aClientId() } })
    await note('endChat', agent.api.endChat({ params, body: { clientId: aClientId() } }))
    await note('setClosingNote', agent.api.setClosingNote({ params, body: { clientId: aClientId(), text: 'Sold' } }))
    await note('followUp', agent.api.followUp({ params, body: { clientId: aClientId() } }))
    await noteGroupsAndPresence(note)
    await noteVisitors(note)
    for (const [operation, answer] of answers) {
      const read = v.safeParse(api[operation].response, answer)
      expect([operation, read.issues]).toEqual([operation, undefined])
      expect(answer, operation).toEqual(read.output)
    }
    expect(answers.get('listEvents')).toMatchObject({
      lastSeq: 3,
      events: [{}, {}, { event: { text: ' <b>hi</b> ' } }],
    })
  })

  async function noteGroupsAndPresence(note: <T>(operation: Operation, answer: Promise<T>) => Promise<T>) {
    const page = { url: 'https://shop.example/', title: 'Shop' }
    const begin = { page, language: 'en' }
    const params = () => ({ chatId: crypto.randomUUID() as string as ChatId })
    const callback = { clientId: aClientId(), phone: '+4930901820', begin }
    const message = { clientId: aClientId(), email: 'vera@home.example', text: 'Hello', begin }
    await note('requestCallback', visitor.api.requestCallback({ params: params(), body: callback }))
    await note('leaveMessage', visitor.api.leaveMessage({ params: params(), body: message }))
    await note('listFollowUps', agent.api.listFollowUps({ query: { list: 'abandoned' } }))
    await note('renewPresence', agent.api.renewPresence({ body: { idle: false } }))
    await note('setStatus', agent.api.setStatus({ body: { status: 'busy' as StatusId } }))
    await note('listTeam', agent.api.listTeam({}))
    const status = { params: { statusId: crypto.randomUUID() as string as StatusId } }
    const lunch = { name: 'Lunch', takesChats: false }
    await note('saveStatus', administrator.api.saveStatus({ ...status, body: lunch }))
    await note('listStatuses', agent.api.listStatuses({}))
    await note('removeStatus', administrator.api.removeStatus(status))
    const group = { params: { groupId: crypto.randomUUID() as string as GroupId } }
    const billing = { name: 'Billing', settings: defaultGroupSettings, members: [agent.id] }
    await note('saveGroup', administrator.api.saveGroup({ ...group, body: billing }))
    await note('listGroups', agent.api.listGroups({}))
    await note('listOfferedGroups', visitor.api.listOfferedGroups({ query: {} }))
    await note('getAvailability', visitor.api.getAvailability({ query: { group: group.params.groupId } }))
    await note('removeGroup', administrator.api.removeGroup(group))
    const change = { name: 'Ada', capacity: 2 }
    await note('updateAgent', administrator.api.updateAgent({ params: { agentId: agent.id }, body: change }))
  }

  async function noteVisitors(note: <T>(operation: Operation, answer: Promise<T>) => Promise<T>) {
    const wim = await aVisitor(server, 'Wim')
    const page = { url: 'https://shop.example/', title: 'Shop' }
    const visitId = crypto.randomUUID() as string as VisitId
    await note('reportVisit', wim.api.reportVisit({ body: { visitId, page, state: 'active' } }))
    await note('nameVisitor', wim.api.nameVisitor({ body: { name: 'Wim K.' } }))
    const { visitors } = await note('listVisitors', agent.api.listVisitors({ query: {} }))
    expect(visitors).toMatchObject([{ visitor: { id: wim.id, name: 'Wim K.' }, place: null, chatId: null }])
    expect(await note('countVisitors', agent.api.countVisitors({ query: {} }))).toEqual({ active: 1, away: 0 })
    const chatId = crypto.randomUUID() as string as ChatId
    const groupId = crypto.randomUUID() as string as GroupId
    const asking = { name: 'Asking', settings: { ...defaultGroupSettings, proactive: 'asked' as const }, members: [] }
    await administrator.api.saveGroup({ params: { groupId }, body: asking })
    const begin = { chatId, clientId: aClientId(), text: 'May I help you?', group: groupId }
    await note('startVisitorChat', agent.api.startVisitorChat({ params: { visitorId: wim.id }, body: begin }))
    // A client that comes back finds the chat, and what was said in it.
    expect((await wim.api.getVisitorSession({})).chats).toMatchObject([{ chatId, phase: 'active' }])
    const { streams } = await wim.api.sync({ body: { logId: null, streams: {} } })
    expect(streams.map(({ events }) => events.map(({ event }) => event.type))).toEqual([
      ['chat-proposed', 'message-sent'],
    ])
    const answer = { params: { chatId }, body: { clientId: aClientId(), accept: true } }
    await note('answerInvitation', wim.api.answerInvitation(answer))
  }

  it('R3: tells the one who was late, and who was first', async () => {
    const chatId = await aWaitingChat(visitor)
    const accept = (who: ApiPerson) => who.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
    const [first, second] = await Promise.allSettled([accept(agent), accept(administrator)])
    const late = [first, second].filter((result) => result.status === 'rejected').map(({ reason }) => reason)
    expect(late).toHaveLength(1)
    expect(late[0]).toBeInstanceOf(ApiError)
    expect(late[0]).toMatchObject({
      status: 409,
      refusal: { code: 'already-accepted', acceptedBy: { id: expect.any(String) } },
    })
  })

  it('leaves out keys that it does not know, so that a newer client can talk to it', async () => {
    const body = JSON.stringify({ name: 'Vera', favouriteColour: 'blue' })
    const response = await call('POST', '/api/visitor-session', {
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(200)
    expect(JSON.stringify(await response.json())).not.toContain('blue')
  })

  it('may be called by pages and extensions everywhere with a token, and never with a cookie', async () => {
    const preflight = await call('OPTIONS', '/api/chats', {
      headers: {
        origin: 'chrome-extension://abc',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, content-type')
    const [good, bad] = [
      await call('GET', '/api/session', {
        headers: { authorization: `Bearer ${agent.token}`, origin: 'https://elsewhere.example' },
      }),
      await call('GET', '/api/session'),
    ]
    for (const response of [preflight, good, bad]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    }
    expect([good.status, bad.status]).toEqual([200, 401])
  })

  it('answers unknown addresses and wrong methods in the same shape', async () => {
    const unknown = await call('GET', '/api/nothing/here')
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'not-found' }])
    const wrong = await call('PUT', '/api/session')
    expect([wrong.status, await wrong.json()]).toMatchObject([
      405,
      { code: 'wrong-method', message: 'This address takes POST, DELETE or GET only.' },
    ])
  })

  it('names each request, stores no answer in any cache, and tells no browser to guess its type', async () => {
    const responses = [
      await call('GET', '/api/session'),
      await call('POST', '/api/visitor-session', {
        headers: { 'content-type': 'application/json' },
        body: '{"name":"V"}',
      }),
    ]
    const ids = new Set(responses.map(({ headers }) => headers.get('x-request-id')))
    expect(ids.size).toBe(2)
    for (const { headers } of responses) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    await expect.poll(() => server.log()).toContain(String([...ids][0]))
  })

  it('says in its metrics what happened, and names nobody', async () => {
    const metrics = await (await call('GET', '/metrics')).text()
    expect(metrics).toMatch(/^deskbell_operations_total\{operation="acceptChat"\} \d+$/m)
    expect(metrics).toMatch(/^deskbell_refusals_total\{code="already-accepted"\} 1$/m)
    expect(metrics).toMatch(/^deskbell_events_appended_total\{type="message-sent"\} [1-9]\d*$/m)
    expect(metrics).toMatch(
      /^deskbell_http_request_duration_seconds_count\{route="\/api\/chats\/:chatId\/accept",method="POST",status="409"\} 1$/m,
    )
    expect(metrics).toMatch(/^deskbell_realtime_connections 0$/m)
    expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { type ApiPerson, anAdministrator, aVisitor, aWaitingChat } from '../../support/api-people.ts'
import { rowsContaining } from '../../support/rows-containing.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { aVisitorWithData, page, personal } from './a-visitor-with-data.ts'

const day = 24 * 60 * 60 * 1000

describe('what the server has of a visitor', { timeout: 120_000 }, () => {
  let server: TestServer
  let agent: ApiPerson
  beforeAll(async () => {
    server = await startServer({ movableClock: true })
    agent = await anAdministrator(server)
  }, 60_000)
  afterAll(() => server.remove())

  const rowsWith = (text: string) => rowsContaining(server.database, text)

  it('W31: is given to the visitor as one document, all of it, and nothing that was not for them', async () => {
    const wil = await aVisitorWithData(server, agent)
    const other = await aVisitor(server, 'Somebody Else')
    const otherChat = await aWaitingChat(other)
    const data = await wil.api.exportMyData({})
    const text = JSON.stringify(data)
    for (const [what, words] of Object.entries(personal))
      expect(text, what).toContain(JSON.stringify(words).slice(1, -1))
    expect(data).toMatchObject({
      format: 'deskbell-visitor-1',
      visitor: { id: wil.id, name: personal.name },
      visitorSessions: [{ createdAt: expect.any(Number), expiresAt: expect.any(Number) }],
      visitNow: { page },
    })
    expect(data.chats.map(({ chatId }) => chatId).toSorted()).toEqual(
      [wil.chatId, wil.noted, wil.calledBack, wil.left].toSorted(),
    )
    const types = data.chats.flatMap(({ events }) => events.map(({ event }) => event.type))
    expect(types).toEqual(expect.arrayContaining(['message-sent', 'callback-requested', 'message-left']))
    // What agents note among themselves is theirs, the credential is nobody's to read, and other people are other people.
    expect(types).not.toContain('closing-note-set')
    for (const secret of [wil.token, other.id, otherChat, 'Somebody Else', agent.token])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/hash/i)
    await wil.api.deleteMyData({})
  })

  it('W31, S9: is erased on their word: nothing of who they were is left in any table, the numbers are', async () => {
    const wil = await aVisitorWithData(server, agent)
    const vera = await aVisitor(server, 'Vera Stays')
    const kept = await aWaitingChat(vera)
    for (const words of Object.values(personal)) expect(await rowsWith(words), words).toBeGreaterThan(0)
    const seen = async (stream: ReturnType<typeof chatStream>) =>
      (await agent.api.listEvents({ params: { stream }, query: {} })).events
    const before = await seen(chatStream(wil.chatId))
    const since = Date.now() - day

    expect(await wil.api.deleteMyData({})).toEqual({ erasedChats: 4 })

    for (const words of Object.values(personal)) expect(await rowsWith(words), words).toBe(0)
    const after = await seen(chatStream(wil.chatId))
    // It ended first; all that was there before is still there, by number, time and kind.
    expect(after.slice(0, before.length).map(({ seq, at, event }) => [seq, at, event.type])).toEqual(
      before.map(({ seq, at, event }) => [seq, at, event.type]),
    )
    expect(after.slice(before.length).map(({ event }) => event)).toEqual([
      { type: 'chat-ended', outcome: 'completed', reason: 'visitor-erased' },
      { type: 'visitor-erased' },
    ])
    const inside = await seen(internalStream(wil.noted))
    expect(inside.map(({ event }) => event)).toContainEqual({ type: 'closing-note-set', text: '' })
    // Agents who were not connected then are told, and nobody is asked to call a number that is gone.
    const { chats } = await agent.api.listErased({ query: { after: String(since) } })
    expect(chats).toEqual(expect.arrayContaining([wil.chatId, wil.noted, wil.calledBack, wil.left]))
    for (const list of ['abandoned', 'callbacks'] as const) {
      const { followUps } = await agent.api.listFollowUps({ query: { list } })
      expect(followUps.map(({ chat }) => chat.chatId)).not.toContain(wil.calledBack)
    }
    // Nobody else lost anything.
    expect(await rowsWith('Vera Stays')).toBeGreaterThan(0)
    expect((await vera.api.exportMyData({})).chats.map(({ chatId }) => chatId)).toEqual([kept])
    expect(chats).not.toContain(kept)
  })

  it('W31: is gone with its credential and its cookie, and asking again changes nothing', async () => {
    const wil = await aVisitorWithData(server, agent)
    const answer = await fetch(`${server.url}/api/visitor-session/data`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${wil.token}`, 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/i)
    await expect(wil.api.deleteMyData({})).rejects.toMatchObject({ status: 401 })
    await expect(wil.api.exportMyData({})).rejects.toMatchObject({ status: 401 })
    expect(await rowsWith(personal.name)).toBe(0)
  })

  it('W31: is refused to agents and to nobody, and no address names somebody else', async () => {
    for (const api of [agent.api, createApiClient(server.url, fetch)]) {
      const status = api === agent.api ? 403 : 401
      await expect(api.exportMyData({})).rejects.toMatchObject({ status })
      await expect(api.deleteMyData({})).rejects.toMatchObject({ status })
    }
    const vera = await aVisitor(server, 'Vera Reads')
    await expect(vera.api.listErased({ query: {} })).rejects.toMatchObject({ status: 403 })
  })

  it('W31: who never said a name and never was in a chat is forgotten after 30 days; nobody else is', async () => {
    const [nameless, named, chatted] = [
      await aVisitor(server, ''),
      await aVisitor(server, 'Nadia'),
      await aVisitor(server, ''),
    ]
    await aWaitingChat(chatted)
    await server.advance(29 * day)
    expect(await rowsWith(nameless.id)).toBeGreaterThan(0)
    await server.advance(2 * day)
    await expect.poll(() => rowsWith(nameless.id), { timeout: 60_000 }).toBe(0)
    expect(await rowsWith(named.id)).toBeGreaterThan(0)
    expect(await rowsWith(chatted.id)).toBeGreaterThan(0)
  })
})

import { once } from 'node:events'
import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aClientId, anAdministrator, aVisitor, aWaitingChat } from '../../support/api-people.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe.each(databases)('a server on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  const start = async () => {
    opened = await open()
    server = await startServer(opened.target.kind === 'postgres' ? { databaseUrl: opened.target.url } : {})
  }
  afterEach(async () => {
    await server.remove()
    await opened.remove()
  })

  it('stops on SIGTERM within 5 s: sends sockets away to come back, answers who is being served, then ends with 0', async () => {
    await start()
    const vera = await aVisitor(server)
    const { realtime } = await vera.api.getVisitorSession({})
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/app/${realtime.key}?protocol=7`)
    await once(socket, 'message')
    const closed = once(socket, 'close')

    // A request whose body is still on its way when the signal comes.
    const slow = request(`${server.url}/api/visitor-session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '14' },
    })
    const answered = once(slow, 'response')
    slow.write('{"name":')
    await expect
      .poll(async () => (await fetch(`${server.url}/metrics`)).text())
      .toMatch(/^deskbell_realtime_connections 1$/m)

    const began = performance.now()
    const ended = server.stop()
    const [code] = await closed
    expect(code).toBe(4200)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    slow.end('"Wim"}')
    const [response] = await answered
    expect(response.statusCode).toBe(200)
    response.resume()
    expect(await ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(server.log()).toContain('"msg":"stopped"')
  })

  it('does not wait for ever for a client that never finishes', async () => {
    await start()
    const stuck = request(`${server.url}/api/visitor-session`, { method: 'POST', headers: { 'content-length': '100' } })
    stuck.on('error', () => {})
    stuck.write('{')
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200)
    const began = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('killed with -9 in the middle of writing loses nothing that it acknowledged, and knows everybody again', async () => {
    await start()
    const administrator = await anAdministrator(server)
    const vera = await aVisitor(server)
    const chatId = await aWaitingChat(vera)
    const acknowledged: string[] = []
    let killed = false
    const writing = (async () => {
      while (!killed) {
        const text = `message ${acknowledged.length}`
        const sent = await vera.api
          .sendMessage({ params: { chatId }, body: { clientId: aClientId(), text } })
          .catch(() => null)
        if (sent) acknowledged.push(text)
      }
    })()
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
    await server.kill9()
    killed = true
    await writing

    await server.restart()
    const page = await vera.api.listEvents({ params: { stream: `chat:${chatId}` }, query: {} })
    const kept = page.events.flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))
    expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged)
    // One more at most: written, and killed before the answer went out.
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1)
    expect(page.events.map(({ seq }) => seq)).toEqual(page.events.map((_, i) => i + 1))
    expect((await administrator.api.getSession({})).agent.name).toBe('Administrator')
  })
})

describe('a server that starts', { timeout: 60_000 }, () => {
  it('makes an administrator with a one-time password, says it once to the person and never to the log', async () => {
    const server = await startServer({ env: { DESKBELL_ADMIN_PASSWORD: '' } })
    const [, password = ''] = /^Password of admin, shown this once: (\S+)$/m.exec(server.said()) ?? []
    expect(password).not.toBe('')
    const administrator = await anAdministrator({ ...server, adminPassword: password })
    expect(administrator.name).toBe('Administrator')
    expect(server.log()).not.toContain(password)
    await server.restart()
    expect(server.said().split(password)).toHaveLength(2)
    await server.remove()
  })

  it('logs JSON lines, says where it serves, and tells a person the same', async () => {
    const server = await startServer()
    const lines = server
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'serving', port: server.port }))
    expect(server.said()).toContain(`Deskbell serves http://localhost:${server.port}`)
    await server.remove()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../support/server.ts'

const ours = { 'sec-fetch-site': 'same-origin' }

describe.each([
  {
    over: 'http in a network',
    publicUrl: 'http://chat.example.com',
    name: 'deskbell',
    attributes: 'Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
  },
  {
    over: 'http on this machine, which browsers count as secure',
    publicUrl: null,
    name: '__Host-deskbell',
    attributes: 'Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=None; Partitioned',
  },
  {
    over: 'https',
    publicUrl: 'https://chat.example.com',
    name: '__Host-deskbell',
    attributes: 'Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=None; Partitioned',
  },
])('a visitor’s cookie over $over', { timeout: 30_000 }, ({ publicUrl, name, attributes }) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ env: publicUrl ? { DESKBELL_PUBLIC_URL: publicUrl } : {} })
  }, 60_000)
  afterAll(() => server.remove())

  const begin = (headers: Record<string, string>, visitor = 'Vera') =>
    fetch(`${server.url}/api/visitor-session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: visitor }),
    })
  const who = (headers: Record<string, string>) => fetch(`${server.url}/api/visitor-session`, { headers })

  it('is out of reach of scripts, holds the token, and speaks for the visitor on our own pages', async () => {
    const response = await begin(ours)
    const { token, visitor } = (await response.json()) as { token: string; visitor: object }
    expect(response.headers.get('set-cookie')).toBe(`${name}=${token}; ${attributes}`)
    const asked = await who({ ...ours, cookie: `other=1; ${name}=${token}; more=2` })
    expect(await asked.json()).toMatchObject({ visitor, chats: [] })
  })

  it('W11: opened again keeps the visitor, renamed', async () => {
    const first = (await (await begin(ours)).json()) as { token: string; visitor: { id: string } }
    const again = await begin({ ...ours, cookie: `${name}=${first.token}` }, 'Vera K.')
    expect(await again.json()).toMatchObject({ token: first.token, visitor: { id: first.visitor.id, name: 'Vera K.' } })
  })

  it('counts for no other site: not to read, not to act, not to be set', async () => {
    const { token } = (await (await begin(ours)).json()) as { token: string }
    const cookie = `${name}=${token}`
    const elsewhere = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: publicUrl ?? server.url },
    ]
    for (const headers of elsewhere) {
      const label = JSON.stringify(headers)
      expect((await who({ ...headers, cookie })).status, label).toBe(401)
      const opened = await begin({ ...headers, cookie })
      expect(opened.headers.get('set-cookie'), label).toBeNull()
      expect(((await opened.json()) as { token: string }).token, label).not.toBe(token)
    }
    const end = await fetch(`${server.url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"logId":null,"streams":{}}',
    })
    expect(end.status, 'changing something without saying from where').toBe(401)
  })

  it('counts for older browsers, which say only their origin', async () => {
    const { token } = (await (await begin(ours)).json()) as { token: string }
    const origin = publicUrl ?? server.url
    const again = await begin({ origin, cookie: `${name}=${token}` })
    expect(await again.json()).toMatchObject({ token })
  })

  it('is not asked for where the token is sent, and does not stand in for a wrong one', async () => {
    const { token } = (await (await begin({})).json()) as { token: string }
    const authorization = `Bearer ${token}`
    expect((await who({ authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(200)
    expect((await who({ ...ours, authorization: 'Bearer wrong', cookie: `${name}=${token}` })).status).toBe(401)
  })

  it('is only ever read under its own name', async () => {
    const { token } = (await (await begin(ours)).json()) as { token: string }
    for (const other of ['Deskbell', 'xdeskbell', name === 'deskbell' ? '__Host-deskbell' : 'deskbell']) {
      expect((await who({ ...ours, cookie: `${other}=${token}` })).status).toBe(401)
    }
  })
})

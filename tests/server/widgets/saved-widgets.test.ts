import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { type ApiPerson, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe.each(databases)('saved widgets on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let administrator: ApiPerson
  beforeAll(async () => {
    opened = await open()
    server = await startServer(opened.target.kind === 'postgres' ? { databaseUrl: opened.target.url } : {})
    administrator = await anAdministrator(server)
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    await opened.remove()
  })

  const save = (name: string, config: Record<string, unknown>, replaces = 0) =>
    administrator.api.saveWidget({ params: { widgetName: name }, body: { config, replaces } })
  const list = async () => (await administrator.api.listWidgets({})).widgets
  const names = async () => (await list()).map(({ name }) => name)
  /** What a page that names it gets, as the loader reads it. */
  const served = async (name: string) => {
    const response = await fetch(`${server.url}/widget/saved/${name}.js`)
    if (response.status === 404) return null
    const { default: json } = await import(`data:text/javascript,${encodeURIComponent(await response.text())}`)
    return JSON.parse(json)
  }

  it('G2: an administrator saves a configuration under a name, and pages that name it get what differs from the defaults', async () => {
    const { widget } = await save('shop', { color: '#7a1f5e', side: 'right', whenAway: 'hide' })
    expect(widget).toEqual({
      name: 'shop',
      config: { color: '#7a1f5e', whenAway: 'hide' },
      version: 1,
      changedAt: expect.any(Number),
      changedBy: 'Administrator',
    })
    expect(await list()).toContainEqual(widget)
    expect(await served('shop')).toEqual({ color: '#7a1f5e', whenAway: 'hide' })
  })

  it('G2: a change reaches pages within a minute, and what did not change is not sent again', async () => {
    const { widget } = await save('news', { side: 'left' })
    const url = `${server.url}/widget/saved/news.js`
    const first = await fetch(url)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
    expect((await fetch(url, known)).status).toBe(304)
    await save('news', { side: 'left', color: '#000000' }, widget.version)
    expect((await fetch(url, known)).status).toBe(200)
    expect(await served('news')).toEqual({ side: 'left', color: '#000000' })
  })

  it('G2, W32: any page may load a saved widget, however it isolates itself; a name that nobody saved is not found', async () => {
    await save('open', {})
    for (const [name, status] of [
      ['open', 200],
      ['nobody', 404],
    ] as const) {
      const response = await fetch(`${server.url}/widget/saved/${name}.js`)
      const { headers } = response
      expect(response.status).toBe(status)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect((await fetch(`${server.url}/widget/saved/${name}.js`, { method: 'HEAD' })).status).toBe(status)
    }
    for (const path of ['Open.js', 'open', '..%2f..%2fwidget.js', `${'a'.repeat(41)}.js`, '.js', 'open.js.map'])
      expect((await fetch(`${server.url}/widget/saved/${path}`)).status, path).toBe(404)
  })

  it('G2: who saves over what another changed meanwhile is told, and nothing is lost on either side', async () => {
    const { widget } = await save('both', { side: 'left' })
    await save('both', { side: 'left', color: '#111111' }, widget.version)
    expect(await refusal(save('both', { side: 'left', color: '#222222' }, widget.version))).toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('Administrator has saved both meanwhile'),
    })
    expect(await served('both')).toEqual({ side: 'left', color: '#111111' })
    // Saved as if it were new, although there is one of that name.
    expect(await refusal(save('both', {}))).toMatchObject({ code: 'changed-meanwhile' })
    expect(await served('both')).toEqual({ side: 'left', color: '#111111' })
    // Knowing of it, they may.
    await save('both', { color: '#222222' }, widget.version + 1)
    expect(await served('both')).toEqual({ color: '#222222' })
    expect(await refusal(save('removed', {}, 3))).toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('deleted or renamed'),
    })
  })

  it('G2: of many who save the same at once exactly one does', async () => {
    const { widget } = await save('race', {})
    const colors = Array.from({ length: 8 }, (_, index) => `#00000${index}`)
    const outcomes = await Promise.allSettled(colors.map((color) => save('race', { color }, widget.version)))
    const won = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [colors[index]] : []))
    expect(won).toHaveLength(1)
    expect(await served('race')).toEqual({ color: won[0] })
  })

  it('G2: renaming and deleting take the old name away from pages, and never another’s', async () => {
    await save('old', { side: 'left' })
    await save('other', { color: '#333333' })
    const rename = (from: string, to: string) =>
      administrator.api.renameWidget({ params: { widgetName: from }, body: { name: to } })
    expect(await refusal(rename('old', 'other'))).toMatchObject({ code: 'name-taken' })
    expect([await served('old'), await served('other')]).toEqual([{ side: 'left' }, { color: '#333333' }])
    expect((await rename('old', 'new')).widget).toMatchObject({ name: 'new', config: { side: 'left' } })
    expect([await served('old'), await served('new')]).toEqual([null, { side: 'left' }])
    expect(await refusal(rename('old', 'else'))).toMatchObject({ code: 'not-found' })
    await administrator.api.removeWidget({ params: { widgetName: 'new' } })
    expect(await served('new')).toBeNull()
    expect(await names()).not.toContain('new')
    expect(await refusal(administrator.api.removeWidget({ params: { widgetName: 'new' } }))).toMatchObject({
      code: 'not-found',
    })
  })

  it('G2: what no widget could use is refused with its reasons, and nothing is saved', async () => {
    const wrong = { color: 'red', side: 'left', colour: '#123456' }
    const told = await refusal(save('wrong', wrong))
    expect(told).toMatchObject({ code: 'invalid-request' })
    expect(told?.issues).toHaveLength(2)
    expect(told?.issues?.join()).toContain('colour is no setting')
    expect(told?.issues?.join()).toContain('color')
    for (const name of ['default', '', 'Shop', 'shöp', 'a b', 'a/b', 'x'.repeat(41)])
      expect(await refusal(save(name, {})), name).toMatchObject({
        code: expect.stringMatching(/invalid|not-found|wrong-method/),
      })
    expect(await names()).not.toContain('wrong')
  })

  it('G2: only administrators list and save', async () => {
    const ada = await anAgent(server, administrator, 'Ada')
    const visitor = await aVisitor(server)
    for (const { api } of [ada, visitor]) {
      expect(await refusal(api.listWidgets({}))).toMatchObject({ code: 'forbidden' })
      const body = { config: {}, replaces: 0 }
      expect(await refusal(api.saveWidget({ params: { widgetName: 'theirs' }, body }))).toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await names()).not.toContain('theirs')
  })
})

const refusal = (call: Promise<unknown>): Promise<Refusal | null> =>
  call.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiError && error.refusal) return error.refusal
      throw error
    },
  )

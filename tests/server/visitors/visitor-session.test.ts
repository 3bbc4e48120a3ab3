import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { refusalOf } from '../../support/refusals.ts'
import { openParts, type ServerParts } from '../../support/server-parts.ts'

const day = 24 * 60 * 60 * 1000

describe.each(databases)('a visitor’s session on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let parts: ServerParts
  beforeEach(async () => {
    opened = await open()
    parts = await openParts(opened)
  })
  afterEach(async () => {
    await parts.close()
    await opened.remove()
  })
  const visitors = () => parts.db.query.selectFrom('visitor').selectAll().execute()
  const begin = (name: string, address?: string) =>
    parts.visitors.openVisitorSession({ body: { name } }, parts.anyone(address))
  const beginUnnamed = (address?: string) => parts.visitors.openVisitorSession({ body: {} }, parts.anyone(address))

  it('W11: begins with a name, and nothing but a hash of its token is kept', async () => {
    const answer = await begin('Vera')
    expect(answer).toMatchObject({ visitor: { name: 'Vera' }, logId: 'the-log', realtime: { key: 'the-key' } })
    expect(Buffer.from(answer.token, 'base64url')).toHaveLength(32)
    expect(await visitors()).toMatchObject([{ id: answer.visitor.id, name: 'Vera' }])
    expect(JSON.stringify(await parts.db.query.selectFrom('session').selectAll().execute())).not.toContain(answer.token)
  })

  it('W11: opened again renames the same visitor, with the same token', async () => {
    const first = await begin('Vera')
    const again = await parts.visitors.openVisitorSession(
      { body: { name: 'Vera K.' } },
      await parts.holder(first.token),
    )
    expect(again).toMatchObject({ token: first.token, visitor: { id: first.visitor.id, name: 'Vera K.' } })
    expect(await visitors()).toHaveLength(1)
    expect((await parts.holder(first.token)).actor).toEqual({ kind: 'visitor', id: first.visitor.id, name: 'Vera K.' })
  })

  it('A3, W11: may begin without a name, and gets one later; opening it again without one leaves the name', async () => {
    const { token, visitor } = await beginUnnamed()
    expect(visitor.name).toBe('')
    const named = await parts.visitors.nameVisitor({ body: { name: 'Vera' } }, await parts.holder(token))
    expect(named).toEqual({ visitor: { id: visitor.id, name: 'Vera' } })
    const again = await parts.visitors.openVisitorSession({ body: {} }, await parts.holder(token))
    expect(again).toMatchObject({ token, visitor: { id: visitor.id, name: 'Vera' } })
    expect(await visitors()).toMatchObject([{ id: visitor.id, name: 'Vera' }])
  })

  it('lasts 365 days from when it was last opened', async () => {
    const { token } = await begin('Vera')
    parts.clock.now += 364 * day
    await parts.visitors.openVisitorSession({ body: { name: 'Vera' } }, await parts.holder(token))
    parts.clock.now += 364 * day
    expect(await parts.sessions.find(token, parts.clock.now)).not.toBeNull()
    parts.clock.now += day
    expect(await parts.sessions.find(token, parts.clock.now)).toBeNull()
  })

  it('makes another visitor of an agent who opens one, and leaves the agent alone', async () => {
    await parts.accounts.add({ username: 'anna', name: 'Anna', password: 'password', role: 'agent' }, 0)
    const agent = await parts.agents.signIn({ body: { username: 'anna', password: 'password' } }, parts.anyone())
    const visitor = await parts.visitors.openVisitorSession({ body: { name: 'Vera' } }, await parts.holder(agent.token))
    expect(visitor.token).not.toBe(agent.token)
    expect((await parts.holder(agent.token)).actor.name).toBe('Anna')
  })

  it('cannot be begun by the thousand from one place', async () => {
    for (let i = 0; i < 30; i++) await begin('Flood', '198.51.100.9')
    const refusal = await refusalOf(begin('Flood', '198.51.100.9'))
    expect(refusal.code).toBe('too-many-requests')
    expect(refusal.retryAfter).toBeGreaterThan(500)
    await expect(begin('Vera', '198.51.100.10')).resolves.toBeTruthy()
    expect(await visitors()).toHaveLength(31)
    // Pages that are opened, of which one office has more, do not shut out whoever sends the form; nor are they endless.
    for (let i = 0; i < 120; i++) await beginUnnamed('198.51.100.11')
    expect((await refusalOf(beginUnnamed('198.51.100.11'))).code).toBe('too-many-requests')
    await expect(begin('Vera', '198.51.100.11')).resolves.toBeTruthy()
  })
})

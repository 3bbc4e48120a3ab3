import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { refusalOf } from '../../support/refusals.ts'
import { openParts, type ServerParts } from '../../support/server-parts.ts'

const day = 24 * 60 * 60 * 1000
const anna = { username: 'Anna', name: 'Anna Berg', password: 'anna has a password' }

describe.each(databases)('signing in as an agent on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let parts: ServerParts
  beforeEach(async () => {
    opened = await open()
    parts = await openParts(opened)
    await parts.accounts.add({ ...anna, role: 'agent' }, parts.clock.now)
  })
  afterEach(async () => {
    await parts.close()
    await opened.remove()
  })
  const signIn = (username: string, password: string, address?: string) =>
    parts.agents.signIn({ body: { username, password } }, parts.anyone(address))

  it('gives a token, who one is, and where to listen', async () => {
    const answer = await signIn('anna', anna.password)
    expect(answer).toMatchObject({ agent: { name: 'Anna Berg' }, logId: 'the-log', realtime: { key: 'the-key' } })
    expect(Buffer.from(answer.token, 'base64url')).toHaveLength(32)
    expect((await parts.holder(answer.token)).actor).toEqual({ kind: 'agent', ...answer.agent })
  })

  it('takes a username in any case and any Unicode form', async () => {
    await parts.accounts.add({ username: 'J\u00f6rg', name: 'Jörg', password: 'jörgs secret', role: 'agent' }, 0)
    await expect(signIn('ANNA', anna.password)).resolves.toBeTruthy()
    await expect(signIn('JO\u0308RG', 'jörgs secret')).resolves.toBeTruthy()
  })

  it('keeps no token, only its hash', async () => {
    const { token } = await signIn('anna', anna.password)
    const rows = await parts.db.query.selectFrom('session').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('tells a wrong password and an unknown username apart neither by words nor by time', async () => {
    const wrong = await refusalOf(signIn('anna', 'not this'))
    const unknown = await refusalOf(signIn('nobody', 'not this'))
    expect(wrong.code).toBe('wrong-credentials')
    expect(unknown).toEqual(wrong)

    // Processor time, all threads: a machine that is busy with something else does not change it.
    const work = async (username: string) => {
      const before = process.cpuUsage()
      await refusalOf(signIn(username, 'not this'))
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
    for (let i = 0; i < 5; i++) {
      least.known = Math.min(least.known, await work('anna'))
      least.unknown = Math.min(least.unknown, await work('nobody-else'))
    }
    // The hash is tens of milliseconds of work, all the rest one or two: without it this would be far below a third.
    expect(least.unknown / least.known).toBeGreaterThan(1 / 3)
  })

  it('refuses the eleventh guess at an account, also the right one, and says how long to wait', async () => {
    for (let i = 0; i < 10; i++)
      expect((await refusalOf(signIn('anna', 'guess', `198.51.100.${i}`))).code).toBe('wrong-credentials')
    const refusal = await refusalOf(signIn('anna', anna.password))
    expect(refusal.code).toBe('too-many-requests')
    expect(refusal.retryAfter).toBeGreaterThan(800)
    expect(refusal.retryAfter).toBeLessThanOrEqual(900)
  })

  it('forgives earlier mistakes once the password was right', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 9; i++) await refusalOf(signIn('anna', 'typo'))
      await expect(signIn('anna', anna.password)).resolves.toBeTruthy()
    }
  })

  it('ends a session at sign-out, with all that it listens to, and no other one', async () => {
    const [first, second] = [await signIn('anna', anna.password), await signIn('anna', anna.password)]
    const caller = await parts.holder(first.token)
    await parts.agents.signOut({}, caller)
    expect(await parts.sessions.find(first.token, parts.clock.now)).toBeNull()
    expect(await parts.sessions.find(second.token, parts.clock.now)).not.toBeNull()
    expect(parts.endedSubscriptions).toEqual([caller.session.tokenHash])
  })

  it('lasts 30 days after its last use', async () => {
    const { token } = await signIn('anna', anna.password)
    for (let use = 0; use < 3; use++) {
      parts.clock.now += 29 * day
      expect(await parts.sessions.find(token, parts.clock.now)).not.toBeNull()
    }
    parts.clock.now += 30 * day
    expect(await parts.sessions.find(token, parts.clock.now)).toBeNull()
  })

  it('shows an administrator the agents, and takes no username twice', async () => {
    const caller = await parts.holder((await signIn('anna', anna.password)).token)
    const body = { username: 'Bob', name: 'Bob', password: 'bob has one too' }
    const { agent } = await parts.agents.createAgent({ body }, caller)
    expect(agent).toMatchObject({ username: 'bob', name: 'Bob', role: 'agent' })
    expect((await refusalOf(parts.agents.createAgent({ body: { ...body, username: 'BOB' } }, caller))).code).toBe(
      'username-taken',
    )
    const { agents } = await parts.agents.listAgents({}, caller)
    expect(agents.map(({ name }) => name)).toEqual(['Anna Berg', 'Bob'])
    expect(JSON.stringify(agents)).not.toMatch(/argon2|password/)
    await expect(signIn('bob', body.password)).resolves.toBeTruthy()
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureAdministrator } from '../../../server/features/agents/ensure-administrator.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { refusalOf } from '../../support/refusals.ts'
import { openParts, type ServerParts } from '../../support/server-parts.ts'

describe.each(databases)('the administrator on $name', { timeout: 60_000 }, ({ open }) => {
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
  const start = (password: string | null, username = 'admin') =>
    ensureAdministrator({ ...parts, username, password, now: parts.clock.now })
  const signIn = (password: string, username = 'admin') =>
    parts.agents.signIn({ body: { username, password } }, parts.anyone())

  it('is made at the first start with a password that is told once and kept nowhere', async () => {
    const { oneTimePassword } = await start(null)
    if (!oneTimePassword) throw new Error('No password was given.')
    expect((await signIn(oneTimePassword)).agent.name).toBe('Administrator')
    expect(JSON.stringify(await parts.db.query.selectFrom('agent').selectAll().execute())).not.toContain(
      oneTimePassword,
    )
    expect(await start(null)).toEqual({ oneTimePassword: null })
    await expect(signIn(oneTimePassword)).resolves.toBeTruthy()
  })

  it('gets the password of the environment, which is never told', async () => {
    expect(await start('from the environment', 'Boss')).toEqual({ oneTimePassword: null })
    await expect(signIn('from the environment', 'boss')).resolves.toBeTruthy()
  })

  it('gets another password when the environment names another, and is signed out everywhere', async () => {
    await start('first password')
    const { token } = await signIn('first password')
    await start('second password')
    expect((await refusalOf(signIn('first password'))).code).toBe('wrong-credentials')
    expect(await parts.sessions.find(token, parts.clock.now)).toBeNull()
    await expect(signIn('second password')).resolves.toBeTruthy()
  })

  it('stays signed in over a restart with the same environment', async () => {
    await start('first password')
    const { token } = await signIn('first password')
    await start('first password')
    await start(null)
    expect((await parts.holder(token)).session.administrator).toBe(true)
  })

  it('is one, when several processes start together for the first time', async () => {
    const all = await Promise.all([start(null), start(null), start(null)])
    expect(all.filter(({ oneTimePassword }) => oneTimePassword)).toHaveLength(1)
    expect(await parts.accounts.all()).toHaveLength(1)
  })

  it('can be an agent whom the environment names', async () => {
    await start(null)
    await parts.accounts.add({ username: 'anna', name: 'Anna', password: 'old password', role: 'agent' }, 0)
    await start('new password', 'anna')
    const { token } = await signIn('new password', 'anna')
    expect((await parts.holder(token)).session.administrator).toBe(true)
  })
})

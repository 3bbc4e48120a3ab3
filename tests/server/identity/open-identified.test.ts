import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SignedIdentity } from '#shared/contract/identity.ts'
import { createIdentitySecret } from '../../../server/features/identity/identity-secret.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { refusalOf } from '../../support/refusals.ts'
import { openParts, type ServerParts } from '../../support/server-parts.ts'
import { aToken, hashOfId } from './sign.ts'

describe.each(databases)('whom a site has identified, on $name', { timeout: 60_000 }, ({ open }) => {
  let opened: OpenedDatabase
  let parts: ServerParts
  let secret: string
  const secrets = () => createIdentitySecret(parts.db)
  beforeEach(async () => {
    opened = await open()
    parts = await openParts(opened)
    secret = (await secrets().get(parts.clock.now)).secret
  })
  afterEach(async () => {
    await parts.close()
    await opened.remove()
  })
  const visitors = () => parts.db.query.selectFrom('visitor').selectAll().execute()
  const identify = async (identity: SignedIdentity, token?: string, address?: string) =>
    parts.visitors.openVisitorSession(
      { body: { identity } },
      token ? await parts.holder(token, address) : parts.anyone(address),
    )
  const vera = () => ({ token: aToken({ sub: 'vera', name: 'Vera', email: 'vera@example.com' }, secret) })
  const otto = () => ({ id: 'otto', hash: hashOfId('otto', secret), name: 'Otto' })
  const anonymous = async (name = 'Somebody') =>
    parts.visitors.openVisitorSession({ body: { name } }, parts.anyone(`2001:db8::${name.length}`))

  it('W11: is the same person on every device, without giving a name', async () => {
    const [phone, desktop] = [await identify(vera()), await identify(vera(), undefined, '198.51.100.4')]
    expect(phone).toMatchObject({
      visitor: { name: 'Vera' },
      identity: { id: 'vera', email: 'vera@example.com', signed: ['name', 'email'] },
    })
    expect(desktop.visitor).toEqual(phone.visitor)
    expect(desktop.token).not.toBe(phone.token)
    expect(await visitors()).toHaveLength(1)
  })

  it('W11: says it again with the same session, and what is new of them', async () => {
    const first = await identify(vera())
    const renamed = { token: aToken({ sub: 'vera', name: 'Vera K.' }, secret) }
    const again = await identify(renamed, first.token)
    expect(again).toMatchObject({ token: first.token, visitor: { id: first.visitor.id, name: 'Vera K.' } })
    expect(again.identity).toEqual({ id: 'vera', signed: ['name'] })
  })

  it('W11: a visitor of before becomes them with their chats, under a new credential; the old one ends', async () => {
    const before = await anonymous()
    const after = await identify(vera(), before.token)
    expect(after.visitor).toEqual({ id: before.visitor.id, name: 'Vera' })
    expect(after.token).not.toBe(before.token)
    await expect(parts.holder(before.token)).rejects.toThrow('Nobody holds this token')
  })

  it('W11: who is known already keeps their own chats, and gets no stranger’s', async () => {
    const known = await identify(vera())
    const before = await anonymous()
    expect((await identify(vera(), before.token)).visitor.id).toBe(known.visitor.id)
    expect((await visitors()).map(({ id }) => id).sort()).toEqual([known.visitor.id, before.visitor.id].sort())
  })

  it('W11: one person who signs out of the site and another who signs in stay two', async () => {
    const first = await identify(vera())
    const second = await identify(otto(), first.token)
    expect(second.visitor.id).not.toBe(first.visitor.id)
    expect(second.identity).toEqual({ id: 'otto', signed: [] })
    await expect(parts.holder(first.token)).rejects.toThrow('Nobody holds this token')
    expect((await identify(vera(), second.token)).visitor.id).toBe(first.visitor.id)
  })

  it('W11: nobody becomes somebody else by what is not signed', async () => {
    const { visitor } = await identify(vera())
    const eve = await anonymous('Vera')
    for (const identity of [
      { id: 'vera' },
      { id: 'vera', name: 'Vera', email: 'vera@example.com' },
      { id: 'vera', hash: hashOfId('eve', secret) },
      { id: 'vera', hash: otto().hash },
      { token: aToken({ sub: 'vera' }, 'a guess') },
      { token: aToken({ sub: 'vera' }, '') },
      { token: aToken({ sub: 'vera' }, secret, { alg: 'none' }) },
      { token: aToken({ sub: 'vera', exp: parts.clock.now / 1000 - 3600 }, secret) },
    ])
      expect(await refusalOf(identify(identity, eve.token))).toMatchObject({ code: 'invalid-identity' })
    expect((await parts.holder(eve.token)).actor.id).toBe(eve.visitor.id)
    expect(eve.visitor.id).not.toBe(visitor.id)
    expect(await visitors()).toHaveLength(2)
  })

  it('W11: the name that the site gave stays, whatever the visitor says', async () => {
    const { token, visitor } = await identify(vera())
    const holder = await parts.holder(token)
    expect((await parts.visitors.nameVisitor({ body: { name: 'Administrator' } }, holder)).visitor.name).toBe('Vera')
    const opened = await parts.visitors.openVisitorSession({ body: { name: 'Administrator' } }, holder)
    expect(opened.visitor).toEqual({ id: visitor.id, name: 'Vera' })
  })

  it('W11: many devices that identify at once are one visitor', async () => {
    const some = await Promise.all(Array.from({ length: 4 }, () => anonymous()))
    const answers = await Promise.all([
      ...some.map(({ token }) => identify(vera(), token)),
      ...Array.from({ length: 4 }, () => identify(vera())),
    ])
    expect(new Set(answers.map(({ visitor }) => visitor.id)).size).toBe(1)
    expect((await visitors()).filter(({ external_id }) => external_id === 'vera')).toHaveLength(1)
  })

  it('W11: another secret ends what the old one signed: its tokens, and the sessions that began with them', async () => {
    const old = vera()
    const { token, visitor } = await identify(old)
    const other = await anonymous()
    const { renewed, ended } = await secrets().renew(parts.clock.now + 1)
    expect(renewed.secret).not.toBe(secret)
    const whose = ended.map(({ actorId }) => actorId)
    expect(whose).toContain(visitor.id)
    expect(whose).not.toContain(other.visitor.id)
    await expect(parts.holder(token)).rejects.toThrow('Nobody holds this token')
    expect(await refusalOf(identify(old))).toMatchObject({ code: 'invalid-identity' })
    expect((await parts.holder(other.token)).actor.id).toBe(other.visitor.id)
    secret = renewed.secret
    expect((await identify(vera())).visitor.id).toBe(visitor.id)
  })

  it('W11: all who ask for the secret get one and the same; without one nothing counts', async () => {
    await parts.db.query.deleteFrom('setting').where('key', '=', 'identity-secret').execute()
    const guess = { token: aToken({ sub: 'vera' }, '') }
    expect(await refusalOf(identify(guess))).toMatchObject({ message: expect.stringContaining('has no secret yet') })
    const all = await Promise.all(Array.from({ length: 5 }, (_, at) => secrets().get(at)))
    expect(new Set(all.map((one) => one.secret)).size).toBe(1)
    expect(Buffer.from(all[0]?.secret ?? '', 'base64url')).toHaveLength(32)
  })
})

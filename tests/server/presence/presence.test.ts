import { describe, expect, test } from 'vitest'
import type { ActorId } from '#shared/contract/ids.ts'
import { createPresence } from '../../../server/features/presence/presence.ts'
import { onBothDatabases } from '../log/with-database.ts'

const second = 1_000

describe.each(onBothDatabases)('an agent’s presence on $name', ({ open }) => {
  async function anAgent() {
    const { db } = await open()
    const id = 'ada' as ActorId
    const session = { kind: 'agent', actor_id: id, created_at: 0, expires_at: 60 * second, seen_at: 0 } as const
    for (const token_hash of ['laptop', 'phone'])
      await db.query
        .insertInto('session')
        .values({ token_hash, ...session })
        .execute()
    const endSession = (hash: string) => db.query.deleteFrom('session').where('token_hash', '=', hash).execute()
    return { presence: createPresence(db), id, endSession }
  }

  test('P1, A38: is green while an extension says so, and black 8 s after its last word, so that the look twice a second leaves time to pass chats on within 10', async () => {
    const { presence, id } = await anAgent()
    expect(await presence.renew(id, 'laptop', false, 0)).toMatchObject({ dot: 'green', changed: true })
    expect(await presence.renew(id, 'laptop', false, 4 * second)).toMatchObject({ dot: 'green', changed: false })
    expect(await presence.lapse(12 * second - 1)).toEqual([])
    expect(await presence.lapse(12 * second)).toMatchObject([{ agentId: id, dot: 'black', changed: true }])
    expect(await presence.lapse(13 * second)).toEqual([])
  })

  test('A38: is away when nobody is at any of their browsers', async () => {
    const { presence, id } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    expect(await presence.renew(id, 'phone', true, 0)).toMatchObject({ dot: 'green' })
    expect(await presence.renew(id, 'laptop', true, second)).toMatchObject({ dot: 'yellow', changed: true })
    expect(await presence.renew(id, 'phone', false, 2 * second)).toMatchObject({ dot: 'green', changed: true })
    // The one that somebody is at is gone, the other is still there.
    await presence.renew(id, 'laptop', true, 7 * second)
    expect(await presence.lapse(11 * second)).toMatchObject([{ dot: 'yellow' }])
  })

  test('A38: signing out of one browser leaves the other; out of the last one is at once', async () => {
    const { presence, id } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    await presence.renew(id, 'phone', false, 0)
    expect(await presence.signOut(id, 'laptop', second)).toMatchObject({ dot: 'green' })
    expect(await presence.signOut(id, 'phone', second)).toMatchObject({ dot: 'black', changed: true })
  })

  test('A38: a word that was still on its way at the sign-out brings nobody back', async () => {
    const { presence, id, endSession } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    await endSession('laptop')
    const [gone] = await Promise.all([
      presence.signOut(id, 'laptop', second),
      ...Array.from({ length: 5 }, () => presence.renew(id, 'laptop', false, second)),
    ])
    expect(gone).toMatchObject({ dot: 'black' })
    expect(await presence.renew(id, 'laptop', false, second)).toMatchObject({ dot: 'black', changed: false })
    // Of another device of theirs it is heard.
    expect(await presence.renew(id, 'phone', false, second)).toMatchObject({ dot: 'green', changed: true })
  })

  test('P2: a chosen status stays over absences', async () => {
    const { presence, id } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    expect(await presence.choose(id, { id: 'busy' as never, takesChats: false }, 0)).toMatchObject({ dot: 'red' })
    await presence.lapse(20 * second)
    expect(await presence.renew(id, 'laptop', false, 30 * second)).toMatchObject({ status: 'busy', dot: 'red' })
  })

  test('A38: when the engine sees the last socket close the lease ends soon, unless they are back', async () => {
    const { presence, id } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    await presence.vacate(id, second)
    expect(await presence.lapse(1_499)).toEqual([])
    await presence.renew(id, 'laptop', false, 1_499)
    expect(await presence.lapse(1_500)).toEqual([])
    await presence.vacate(id, 2 * second)
    expect(await presence.lapse(2_500)).toMatchObject([{ dot: 'black' }])
  })

  test('A38: of many who notice at once, one tells the others', async () => {
    const { presence, id } = await anAgent()
    await presence.renew(id, 'laptop', false, 0)
    const noticed = await Promise.all(Array.from({ length: 10 }, () => presence.lapse(60 * second)))
    expect(noticed.flat()).toHaveLength(1)
  })
})

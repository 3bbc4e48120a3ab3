import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { defaultGroupSettings, type GroupDetails } from '#shared/contract/groups.ts'
import { everyone, type GroupId } from '#shared/contract/ids.ts'
import { type ApiPerson, anAdministrator, anAgent } from '../../support/api-people.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe.each(databases)('D1: two administrators and one group, on $name', { timeout: 60_000 }, ({ open }) => {
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

  const save = async (groupId: GroupId, name: string, replaces?: number, answerWithin = 30): Promise<GroupDetails> => {
    const settings = { ...defaultGroupSettings, answerWithin }
    const body = { name, settings, members: [administrator.id], ...(replaces !== undefined && { replaces }) }
    return (await administrator.api.saveGroup({ params: { groupId }, body })).group
  }
  const groupOf = async (groupId: GroupId) =>
    (await administrator.api.listGroups({})).groups.find(({ id }) => id === groupId)
  const refusalOf = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: unknown) => (error instanceof ApiError ? error.refusal : error),
    )
  const aGroupId = () => crypto.randomUUID() as string as GroupId

  it('the second is told that the group has changed, and nothing of the first is lost', async () => {
    const id = aGroupId()
    const read = await save(id, 'Sales', 0)
    const first = await save(id, 'Sales', read.version, 60)
    expect(await refusalOf(save(id, 'Sales', read.version, 90))).toEqual({
      code: 'changed-meanwhile',
      message: 'Somebody has changed the group Sales meanwhile. Nothing was saved.',
    })
    expect(await groupOf(id)).toEqual(first)
    // Knowing it, they replace it.
    expect((await save(id, 'Sales', first.version, 90)).settings.answerWithin).toBe(90)
  })

  it('of many at once one is first', async () => {
    const id = aGroupId()
    const begun = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => save(id, 'Returns', 0, 100 + i)))
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const version = (await groupOf(id))?.version
    const changed = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => save(id, 'Returns', version, 200 + i)))
    expect(changed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('the same once more, because its answer was lost, is no conflict', async () => {
    const id = aGroupId()
    const first = await save(id, 'Repairs', 0)
    expect(await save(id, 'Repairs', 0)).toEqual(first)
    const second = await save(id, 'Repairs', first.version, 45)
    expect(await save(id, 'Repairs', first.version, 45)).toEqual(second)
  })

  it('a group that was removed does not come back by a change; without a version whatever is there is replaced', async () => {
    const id = aGroupId()
    const { version } = await save(id, 'Spares', 0)
    await administrator.api.removeGroup({ params: { groupId: id } })
    expect(await refusalOf(save(id, 'Spares', version))).toMatchObject({
      code: 'changed-meanwhile',
      message: 'Somebody has removed the group Spares meanwhile. Nothing was saved.',
    })
    expect(await groupOf(id)).toBeUndefined()
    await save(id, 'Spares')
    expect((await save(id, 'Spares', undefined, 75)).settings.answerWithin).toBe(75)
  })

  it('an agent who is added is not taken out of Everyone by who did not know of them', async () => {
    const before = await groupOf(everyone)
    const agent = await anAgent(server, administrator, 'Nova')
    const refusal = await refusalOf(save(everyone, 'Everyone', before?.version))
    expect(refusal).toMatchObject({ code: 'changed-meanwhile' })
    expect((await groupOf(everyone))?.members).toContain(agent.id)
  })
})

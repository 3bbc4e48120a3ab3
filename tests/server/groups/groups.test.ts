import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { defaultGroupSettings, type GroupSettings, type StatusId } from '#shared/contract/groups.ts'
import { type ActorId, type ChatId, everyone, type GroupId } from '#shared/contract/ids.ts'
import { type ApiPerson, aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const aGroupId = () => crypto.randomUUID() as string as GroupId
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiError && error.refusal) return error.refusal
      throw error
    },
  )

describe('groups, hours and statuses', { timeout: 60_000 }, () => {
  let server: TestServer
  let administrator: ApiPerson
  let ada: ApiPerson
  let ben: ApiPerson
  let visitor: ApiPerson
  beforeAll(async () => {
    server = await startServer()
    administrator = await anAdministrator(server)
    ada = await anAgent(server, administrator, 'Ada')
    ben = await anAgent(server, administrator, 'Ben')
    visitor = await aVisitor(server)
  }, 60_000)
  afterAll(() => server.remove())

  const save = (
    groupId: GroupId,
    change: Partial<GroupSettings>,
    members: readonly ApiPerson[],
    name = `Group ${groupId}`,
  ) =>
    administrator.api.saveGroup({
      params: { groupId },
      body: { name, settings: { ...defaultGroupSettings, ...change }, members: members.map(({ id }) => id) },
    })
  const ask = async (group: GroupId) => {
    const chatId = crypto.randomUUID() as string as ChatId
    const page = { url: 'https://shop.example/', title: 'Shop' }
    await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group } })
    return chatId
  }
  /** Who is rung for a chat, as its internal stream says. */
  const ringing = async (chatId: ChatId) => {
    const stream = `chat:${chatId}:internal` as never
    const { events } = await ada.api.listEvents({ params: { stream }, query: {} })
    const rung = new Set<ActorId>()
    for (const { event } of events) {
      if (event.type === 'chat-offered') for (const id of event.agents) rung.add(id)
      if (event.type === 'offer-ended') for (const id of event.agents) rung.delete(id)
    }
    return [...rung]
  }

  it('R4: a new server has the group Everyone, every new agent is in it, and it rings all', async () => {
    const { groups } = await ada.api.listGroups({})
    const all = groups.find(({ id }) => id === everyone)
    expect(all).toMatchObject({ name: 'Everyone', settings: defaultGroupSettings })
    expect(all?.members).toEqual(expect.arrayContaining([ada.id, ben.id, administrator.id]))
  })

  it('R8: a chat is moved by an agent to a group that there is', async () => {
    const [from, to] = [aGroupId(), aGroupId()]
    await save(from, {}, [ada])
    await save(to, {}, [ben], 'Repairs')
    const chatId = await ask(from)
    const move = (groupId: GroupId, by = ada) =>
      by.api.moveChat({ params: { chatId }, body: { clientId: aClientId(), groupId } })
    await move(to)
    const { chats } = await ada.api.listChats({ query: { phase: 'waiting', limit: '200' } })
    expect(chats.find((one) => one.chatId === chatId)).toMatchObject({ group: { id: to, name: 'Repairs' } })
    expect(await refusalOf(move(aGroupId()))).toMatchObject({
      code: 'not-found',
      message: 'There is no such group any more. The chat stays where it is; choose another group.',
    })
    expect(await refusalOf(move(from, visitor))).toMatchObject({ code: 'forbidden' })
  })

  it('R4: a chat rings in the group it asked for, and in Everyone when there is none such', async () => {
    await ada.api.renewPresence({ body: { idle: false } })
    await ben.api.renewPresence({ body: { idle: false } })
    const group = aGroupId()
    await save(group, { offer: 'one-by-one' }, [ben])
    const chatId = await ask(group)
    await expect.poll(() => ringing(chatId)).toEqual([ben.id])
    const lost = await ask(aGroupId())
    await ada.api.renewPresence({ body: { idle: false } })
    await ben.api.renewPresence({ body: { idle: false } })
    await expect.poll(async () => (await ringing(lost)).toSorted()).toEqual([ada.id, ben.id].toSorted())
    for (const id of [chatId, lost])
      await ada.api.acceptChat({ params: { chatId: id }, body: { clientId: aClientId() } })
  })

  it('R4: a group that is removed while chats wait gives them to Everyone; Everyone stays', async () => {
    const group = aGroupId()
    await save(group, {}, [])
    const chatId = await ask(group)
    await ben.api.renewPresence({ body: { idle: false } })
    expect(await administrator.api.removeGroup({ params: { groupId: group } })).toEqual({ movedChats: 1 })
    await expect.poll(() => ringing(chatId)).toContain(ben.id)
    expect((await ben.api.listGroups({})).groups.map(({ id }) => id)).not.toContain(group)
    expect(await refusalOf(administrator.api.removeGroup({ params: { groupId: group } }))).toMatchObject({
      code: 'not-found',
    })
    expect(await refusalOf(administrator.api.removeGroup({ params: { groupId: everyone } }))).toEqual({
      code: 'cannot-be-removed',
      message: 'Every server has this group; it cannot be removed.',
    })
    await ben.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
  })

  it.each([
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'must be a time zone such as Europe/Berlin'],
    ['an end before its beginning', { week: week([{ from: 600, to: 540 }]) }, 'must begin before it ends'],
    ['hours over each other', { week: week([day(0, 60), day(30, 90)]) }, 'must not overlap each other'],
    ['a 25th hour', { week: week([day(0, 1500)]) }, 'must be'],
    ['a day that there is not', { holidays: [{ date: '2027-02-29' }] }, 'must be a day that the calendar has'],
  ])('refuses hours with %s in a sentence', async (_, wrong, sentence) => {
    const hours = { zone: 'Europe/Berlin', week: week([]), holidays: [], ...wrong }
    const refusal = await refusalOf(save(aGroupId(), { hours } as never, []))
    expect(refusal?.code).toBe('invalid-request')
    expect(refusal?.message).toContain(sentence)
  })

  it('W7: office hours close a group, and it says when it opens', async () => {
    const [shut, always] = [aGroupId(), aGroupId()]
    await save(shut, { hours: { zone: 'Etc/UTC', week: week([]), holidays: [] } }, [ada])
    await save(always, {}, [ada])
    await ada.api.renewPresence({ body: { idle: false } })
    const of = (group: GroupId) => visitor.api.getAvailability({ query: { group } })
    expect(await of(shut)).toMatchObject({ groupId: shut, open: false, opensAt: null, available: false })
    expect(await of(always)).toMatchObject({ groupId: always, open: true, opensAt: null, available: true })
    await ada.api.renewPresence({ body: { idle: true } })
    expect(await of(always)).toMatchObject({ open: true, available: false })
  })

  it('P2: a custom status that is removed while in use leaves its agents with one that there is', async () => {
    const custom = (takesChats: boolean) => ({
      id: crypto.randomUUID() as string as StatusId,
      body: { name: takesChats ? 'Fast lane' : 'Lunch', takesChats },
    })
    for (const { id, body } of [custom(true), custom(false)]) {
      await administrator.api.saveStatus({ params: { statusId: id }, body })
      await ada.api.setStatus({ body: { status: id } })
      await ada.api.renewPresence({ body: { idle: false } })
      const seen = async () => (await ben.api.listTeam({})).team.find((one) => one.id === ada.id)
      expect(await seen()).toMatchObject({ status: id, dot: body.takesChats ? 'green' : 'red' })
      const fallback = body.takesChats ? 'online' : 'away'
      expect(await administrator.api.removeStatus({ params: { statusId: id } })).toEqual({ fallback, agents: 1 })
      expect(await seen()).toMatchObject({ status: fallback })
      expect(await refusalOf(ada.api.setStatus({ body: { status: id } }))).toMatchObject({ code: 'not-found' })
    }
    const builtIn = administrator.api.removeStatus({ params: { statusId: 'online' as StatusId } })
    expect(await refusalOf(builtIn)).toMatchObject({ code: 'cannot-be-removed' })
    await ada.api.setStatus({ body: { status: 'online' as StatusId } })
  })

  it('D1: a name that another group or status has is refused in a sentence; keeping one’s own is not', async () => {
    const group = aGroupId()
    await save(group, {}, [], 'Claims')
    await save(group, {}, [ben], 'claims')
    expect(await refusalOf(save(aGroupId(), {}, [], ' CLAIMS '))).toEqual({
      code: 'name-taken',
      message: 'There is already a group called CLAIMS. Choose another name.',
    })
    const saveStatus = (name: string) =>
      administrator.api.saveStatus({
        params: { statusId: crypto.randomUUID() as string as StatusId },
        body: { name, takesChats: true },
      })
    expect(await refusalOf(saveStatus('online'))).toEqual({
      code: 'name-taken',
      message: 'There is already a status called online. Choose another name.',
    })
  })

  it('D1: who administers is told so when they sign in and whenever they ask', async () => {
    expect(await administrator.api.getSession({})).toMatchObject({ role: 'administrator' })
    expect(await ada.api.getSession({})).toMatchObject({ role: 'agent' })
    const { adminUsername: username, adminPassword: password } = server
    expect(await administrator.api.signIn({ body: { username, password } })).toMatchObject({ role: 'administrator' })
  })

  it('R4: an agent’s capacity is the administrator’s to change', async () => {
    const body = { name: 'Ben the Busy', capacity: 1 }
    const { agent } = await administrator.api.updateAgent({ params: { agentId: ben.id }, body })
    expect(agent).toMatchObject({ id: ben.id, ...body })
    expect((await ada.api.listTeam({})).team.find(({ id }) => id === ben.id)).toMatchObject(body)
    const nobody = administrator.api.updateAgent({ params: { agentId: 'nobody' as ActorId }, body })
    expect(await refusalOf(nobody)).toMatchObject({ code: 'not-found' })
  })
})

function week(monday: { from: number; to: number }[]) {
  return [monday, [], [], [], [], [], []]
}

function day(from: number, to: number) {
  return { from, to }
}

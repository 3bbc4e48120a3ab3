import { randomUUID } from 'node:crypto'
import { defaultGroupSettings, type GroupSettings } from '#shared/contract/groups.ts'
import type { ClientId, GroupId } from '#shared/contract/ids.ts'
import type { OfficeHours } from '#shared/contract/office-hours.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { type Agent, expect, test, widgetOn } from './world.ts'

const never: OfficeHours = { zone: 'Europe/Berlin', week: [[], [], [], [], [], [], []], holidays: [] }

/** A group of its own for each test, so that none sees another's settings. */
async function aGroup(agent: Agent, name: string, change: Partial<GroupSettings> = {}): Promise<GroupId> {
  const groupId = randomUUID() as string as GroupId
  const { team } = await agent.api.listTeam({})
  const body = {
    name: `${name} ${groupId.slice(0, 8)}`,
    settings: { ...defaultGroupSettings, ...change },
    members: team.map(({ id }) => id),
  }
  await agent.api.saveGroup({ params: { groupId }, body })
  return groupId
}
/** The agent's extension is there, as long as somebody says so. */
const isThere = (agent: Agent) => agent.api.renewPresence({ body: { idle: false } })

test('W9r, W16: the page chooses the group, and the agent reads what it is about', async ({ page, nearby, agent }) => {
  const [prices, others] = [await aGroup(agent, 'Prices'), await aGroup(agent, 'Others')]
  await isThere(agent)
  const rules = [{ page: '/*/prices*', group: prices }]
  await page.goto(nearby.page({ config: { group: others, rules, description: 'ask' } }))
  const { chat, launcher } = widgetOn(page)
  // Another page, without the frame being loaded anew: the page that the chat begins on counts.
  await launcher.click()
  await chat.getByLabel('Your name').fill('Petra')
  await chat.getByLabel('What is it about?').fill('Two lamps for a hotel')
  expect(await findBarriers(page)).toEqual([])
  await page.evaluate(() => history.pushState(null, '', `${location.pathname}prices/lamps`))
  await page.getByRole('heading', { name: 'The shop' }).hover()
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const chatId = await agent.chatOf('Petra')
  const { chats } = await agent.api.listChats({ query: { phase: 'waiting' } })
  expect(chats.find((one) => one.chatId === chatId)?.group?.id).toBe(prices)
  const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
  expect(events[0]?.event).toMatchObject({ type: 'chat-requested', description: 'Two lamps for a hotel' })
  await expect(chat.getByText('It is about:')).toContainText('Two lamps for a hotel')
  await agent.accept(chatId)
  await agent.end(chatId)
})

test('W12: a visitor chooses the group by its name', async ({ page, nearby, agent }) => {
  const [prices, others] = [await aGroup(agent, 'Prices'), await aGroup(agent, 'Others')]
  await isThere(agent)
  await page.goto(
    nearby.page({ config: { group: others, rules: [{ page: '/x', group: prices }], groupChoice: 'ask' } }),
  )
  const { chat, launcher } = widgetOn(page)
  await launcher.click()
  const choice = chat.getByLabel('Who should answer?')
  await expect(choice.locator('option')).toHaveText(['Anybody', /^Others /, /^Prices /])
  expect(await findBarriers(page)).toEqual([])
  await choice.selectOption(prices)
  await chat.getByLabel('Your name').fill('Paul')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const chatId = await agent.chatOf('Paul')
  const { chats } = await agent.api.listChats({ query: { phase: 'waiting' } })
  expect(chats.find((one) => one.chatId === chatId)?.group?.id).toBe(prices)
  await agent.accept(chatId)
  await agent.end(chatId)
})

test('W5, W7, W23: outside hours a message is left without a chat begun before, and reaches the agents’ list', async ({
  page,
  nearby,
  agent,
}) => {
  const group = await aGroup(agent, 'Closed', { hours: never })
  await page.goto(nearby.page({ config: { group } }))
  const { chat, launcher } = widgetOn(page)
  await launcher.click()
  await expect(chat.getByText('We are closed just now.')).toBeVisible()
  await expect(chat.getByRole('button', { name: 'Call me back' })).toBeVisible()
  await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByLabel('Your name')).toBeFocused()
  await chat.getByLabel('Your name').fill('Nora')
  await chat.getByLabel('Your e-mail address').fill('nora@example.com')
  await chat.getByLabel('Message').fill('Do you ship lamps?')
  expect(await findBarriers(page)).toEqual([])
  await page.reload()
  await expect(chat.getByLabel('Your e-mail address')).toHaveValue('nora@example.com')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByText('Your message is with us.')).toContainText('nora@example.com')
  const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
  const left = followUps.find((one) => one.chat.visitor.name === 'Nora')
  expect(left).toMatchObject({
    chat: { group: { id: group } },
    leftMessage: { email: 'nora@example.com', text: 'Do you ship lamps?' },
  })
  await agent.api.followUp({ params: { chatId: left?.chat.chatId ?? ('' as never) }, body: { clientId: aClientId() } })
})

test('W5: the form follows who is there, while it is open', async ({ page, nearby, agent }) => {
  const group = await aGroup(agent, 'Coming')
  await agent.api.setStatus({ body: { status: 'busy' as never } })
  await page.goto(nearby.page({ config: { group } }))
  const { chat, launcher } = widgetOn(page)
  await launcher.click()
  await expect(chat.getByText('Nobody is available just now.')).toBeVisible()
  await agent.api.setStatus({ body: { status: 'online' as never } })
  await expect
    .poll(
      async () => {
        await isThere(agent)
        return chat.getByText('Nobody is available just now.').isVisible()
      },
      { timeout: 60_000 },
    )
    .toBe(false)
  await expect(chat.getByText('Write to us.')).toBeVisible()
})

test('3.4, W21: where the group reopens chats, writing after the end goes back to the last agent', async ({
  page,
  nearby,
  agent,
}) => {
  const group = await aGroup(agent, 'Again', { reopenWithin: 3600, offer: 'one-by-one' })
  await isThere(agent)
  await page.goto(nearby.page({ config: { group } }))
  const { chat, message, start } = widgetOn(page)
  await start('Otto', 'Hello')
  const chatId = await agent.chatOf('Otto')
  // What arrives after the end would reopen the chat by itself.
  const written = async () => {
    const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
    return events.some(({ event }) => event.type === 'message-sent')
  }
  await expect.poll(written).toBe(true)
  await agent.accept(chatId)
  await agent.end(chatId)
  await expect(chat.getByText('Administrator has ended this conversation.')).toBeVisible()
  await expect(chat.getByText('Write again to go on with this conversation.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  const me = (await agent.api.getSession({})).agent.id
  await isThere(agent)
  await message.fill('And one more thing')
  await chat.getByRole('button', { name: 'Send' }).click()
  expect(await agent.chatOf('Otto')).toBe(chatId)
  const rung = async () => {
    await isThere(agent)
    const { events } = await agent.api.listEvents({ params: { stream: internalStream(chatId) }, query: {} })
    return events.flatMap(({ event }) => (event.type === 'chat-offered' && event.round === 2 ? event.agents : []))[0]
  }
  await expect.poll(rung).toBe(me)
  await agent.accept(chatId)
  await agent.say(chatId, 'Of course')
  await expect(chat.getByText('Of course')).toBeVisible()
  await expect(chat.getByText('And one more thing')).toHaveCount(1)
  await agent.end(chatId)
})

const aClientId = () => randomUUID() as string as ClientId

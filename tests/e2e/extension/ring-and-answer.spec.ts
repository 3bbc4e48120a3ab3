import type { ChatRow, NoticeRow } from '../../../extension/core/db.ts'
import { addAgent } from '../support/add-agent.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'

test('A1, A2: a request rings, and Accept on its notification takes the chat', async ({ agent, server }) => {
  const account = await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Do you ship to Crete?')
  const notification = `request/${account}/${visitor.chatId}`
  await expect.poll(agent.notifications).toEqual([notification])
  await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })
  await expect.poll(agent.rings).toBe(true)

  await agent.pressNotification(notification, 0)
  await expect.poll(async () => (await agent.rows<ChatRow>('chats')).map(({ list }) => list)).toEqual(['mine'])
  await expect.poll(agent.rings).toBe(false)
  await expect.poll(agent.notifications).not.toContain(notification)
})

test('A1: Decline on the notification stops the ring, and the request waits on', async ({ agent, server }) => {
  const account = await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const notification = `request/${account}/${visitor.chatId}`
  await expect.poll(agent.rings).toBe(true)
  await agent.pressNotification(notification, 1)
  await expect.poll(agent.rings).toBe(false)
  await expect.poll(agent.notifications).toEqual([])
  await expect
    .poll(async () => (await agent.rows<ChatRow>('chats')).map(({ list, declined }) => ({ list, declined })))
    .toEqual([{ list: 'waiting', declined: true }])
  expect(await agent.badge()).toEqual({ text: '', title: 'Deskbell' })
})

test('A22: a silenced request rings no more and still waits on the badge; the next one rings', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(agent.rings).toBe(true)
  await agent.command('silence', {})
  await expect.poll(agent.rings).toBe(false)
  expect(await agent.badge()).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })

  await aVisitorWaits(server.url, 'Nikos', 'Anybody?')
  await expect.poll(agent.rings).toBe(true)
  expect(await agent.badge()).toEqual({ text: '2', title: 'Deskbell: 2 requests waiting' })
})

test('R3: of two agents who accept at once one gets the chat, and the other is told who', async ({
  agent,
  anotherAgent,
  server,
}) => {
  const ana = await addAgent(server, 'Ana')
  const ben = await addAgent(server, 'Ben')
  const accounts = await Promise.all([agent.signIn(server, ana), anotherAgent.signIn(server, ben)])
  const { chatId } = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const desks = [agent, anotherAgent]
  await Promise.all(desks.map((desk) => expect.poll(desk.rings).toBe(true)))
  await Promise.all(desks.map((desk, i) => desk.pressNotification(`request/${accounts[i]}/${chatId}`, 0)))

  const lists = () => Promise.all(desks.map(async (desk) => (await desk.rows<ChatRow>('chats'))[0]?.list))
  await expect.poll(async () => (await lists()).toSorted()).toEqual(['gone', 'mine'])
  const winner = (await lists()).indexOf('mine')
  const loser = desks[1 - winner]
  const told = async () => (await loser?.rows<NoticeRow>('notices'))?.map(({ notice }) => notice)
  await expect.poll(told).toEqual([{ type: 'taken-by-other', visitor: 'Maria', agent: ['Ana', 'Ben'][winner] }])
  for (const desk of desks) await expect.poll(desk.rings).toBe(false)
})

test('A5: two servers ring in one browser, and each chat goes to its own', async ({ agent, server, anotherServer }) => {
  await agent.signIn(server)
  await agent.signIn(anotherServer)
  const first = await aVisitorWaits(server.url, 'Maria', 'One')
  const second = await aVisitorWaits(anotherServer.url, 'Nikos', 'Two')
  await expect.poll(agent.badge).toEqual({ text: '2', title: 'Deskbell: 2 requests waiting' })
  for (const row of await agent.rows<ChatRow>('chats')) {
    await agent.command('accept-chat', row)
    await agent.command('send-message', { ...row, text: `To ${row.chat.visitor.name}` })
  }
  await expect.poll(first.messages).toEqual(['visitor: One', 'agent: To Maria'])
  await expect.poll(second.messages).toEqual(['visitor: Two', 'agent: To Nikos'])
})

test('A43: read on one device is read on the other; the visitor sees delivered, then read', async ({
  agent,
  anotherAgent,
  server,
}) => {
  await agent.signIn(server)
  await anotherAgent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(agent.rings).toBe(true)
  const [chat] = await agent.rows<ChatRow>('chats')
  if (!chat) throw new Error('No chat')
  await agent.command('accept-chat', chat)
  // The command is taken on at once and carried out later: what is written before that would be number 3.
  await expect.poll(async () => (await agent.rows<ChatRow>('chats')).map(({ list }) => list)).toEqual(['mine'])
  await visitor.write('Are you there?')

  const unread = async () => (await anotherAgent.rows<ChatRow>('chats')).map((row) => row.unread)
  await expect.poll(unread).toEqual([2])
  await expect.poll(anotherAgent.badge).toEqual({ text: '1', title: 'Deskbell: 2 new replies' })
  await expect.poll(visitor.agentReceipt).toEqual({ delivered: 4, read: 0 })
  await agent.command('mark-read', { ...chat, seq: 4 })
  await expect.poll(unread).toEqual([0])
  await expect.poll(visitor.agentReceipt).toEqual({ delivered: 4, read: 4 })
  await expect.poll(anotherAgent.badge).toEqual({ text: '', title: 'Deskbell' })
})

test('A2: a reply notifies when no page shows its chat, and a click on it opens the window there', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(agent.rings).toBe(true)
  const [chat] = await agent.rows<ChatRow>('chats')
  if (!chat) throw new Error('No chat')
  await agent.command('accept-chat', chat)
  // The command is taken on at once and carried out later: what is written before that would be number 3.
  await expect.poll(async () => (await agent.rows<ChatRow>('chats')).map(({ list }) => list)).toEqual(['mine'])
  await visitor.write('Are you there?')
  const reply = `reply/${chat.accountId}/${chat.chatId}`
  await expect.poll(agent.notifications).toEqual([reply])

  const opened = agent.context.waitForEvent('page')
  await agent.pressNotification(reply, null)
  const window = await opened
  await expect(window).toHaveURL(/\/window\.html/)
  const log = window.getByRole('log', { name: 'Messages' })
  await expect(log.getByText('Are you there?')).toBeVisible()
  // What the agent looks at is read, and its notification goes.
  await expect.poll(agent.notifications).toEqual([])
  await expect.poll(agent.badge).toEqual({ text: '', title: 'Deskbell' })
  await visitor.write('Good.')
  await expect(log.getByText('Good.')).toBeVisible()
  expect(await agent.notifications()).toEqual([])
})

test('A19: the window opens once, also when the worker died meanwhile', async ({ agent, server }) => {
  await agent.signIn(server)
  const opened = agent.context.waitForEvent('page')
  await agent.command('open-window', {})
  await opened
  await agent.killWorker()
  await agent.command('open-window', {})
  const windows = agent.context.pages().filter((page) => page.url().endsWith('/window.html'))
  expect(windows).toHaveLength(1)
})

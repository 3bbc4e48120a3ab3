import type { ChatRow, OutboxRow } from '../../../extension/core/db.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'

// The alarm that starts a dead worker again comes every half minute.
const withAlarm = { timeout: 45_000 }

test('S8: written while the server is down and the worker dies, a message goes out once when the server is back', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(async () => (await agent.rows('chats')).length).toBe(1)
  const [chat] = await agent.rows<ChatRow>('chats')
  if (!chat) throw new Error('No chat')
  await agent.command('accept-chat', chat)
  await expect.poll(async () => (await agent.rows<ChatRow>('chats'))[0]?.list).toBe('mine')

  await server.kill9()
  for (const text of ['one', 'two', 'three']) await agent.command('send-message', { ...chat, text })
  const tries = async () => (await agent.rows<OutboxRow>('outbox')).map(({ attempts }) => attempts)
  await expect.poll(async () => Math.max(...(await tries()))).toBeGreaterThan(0)
  await agent.killWorker()
  await server.restart()
  await expect.poll(async () => (await agent.rows('outbox')).length, withAlarm).toBe(0)
  expect(await visitor.messages()).toEqual(['visitor: Hello?', 'agent: one', 'agent: two', 'agent: three'])
})

test('S5: what the visitor wrote while the worker was dead arrives, once and in order, without anybody touching it', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(async () => (await agent.rows('chats')).length).toBe(1)
  const [chat] = await agent.rows<ChatRow>('chats')
  if (!chat) throw new Error('No chat')
  await agent.command('accept-chat', chat)
  await expect.poll(async () => (await agent.rows<ChatRow>('chats'))[0]?.list).toBe('mine')

  await agent.killWorker()
  for (const text of ['one', 'two', 'three']) await visitor.write(text)
  const texts = async () =>
    (await agent.rows<{ event: { type: string; text?: string } }>('events')).flatMap(({ event }) => event.text ?? [])
  await expect.poll(texts, withAlarm).toEqual(['Hello?', 'one', 'two', 'three'])
  await expect.poll(async () => (await agent.rows<ChatRow>('chats'))[0]?.unread).toBe(4)
  await expect.poll(agent.notifications).toEqual([`reply/${chat.accountId}/${chat.chatId}`])
})

test('A22: the ring outlives the worker, and the new worker knows what its notification is for', async ({
  agent,
  server,
}) => {
  const account = await agent.signIn(server)
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  const notification = `request/${account}/${visitor.chatId}`
  await expect.poll(agent.rings).toBe(true)
  await agent.killWorker()
  expect(await agent.rings()).toBe(true)
  expect(await agent.notifications()).toEqual([notification])
  await agent.pressNotification(notification, 0)
  await expect.poll(async () => (await agent.rows<ChatRow>('chats'))[0]?.list).toBe('mine')
  await expect.poll(agent.rings).toBe(false)
})

test('S5: a server that was killed and started again is found again by itself', async ({ agent, server }) => {
  await agent.signIn(server)
  await server.kill9()
  const states = async () => (await agent.rows<{ state: string }>('accounts')).map(({ state }) => state)
  // An engine of its own outlives the server: then the look every half minute finds out.
  await expect.poll(states, withAlarm).toEqual(['offline'])
  await server.restart()
  await expect.poll(states, { timeout: 60_000 }).toEqual(['online'])
  await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(agent.rings).toBe(true)
})

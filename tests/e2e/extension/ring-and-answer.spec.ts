import type { AccountRow, ChatRow } from '../../../extension/core/db.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'

test('A1: a request rings, and Accept on its notification takes the chat', async ({ agent, server }) => {
  const account = await agent.signIn(server)
  await expect.poll(async () => (await agent.rows<AccountRow>('accounts'))[0]?.state).toBe('online')

  const visitor = await aVisitorWaits(server.url, 'Maria', 'Do you ship to Crete?')
  const notification = `request/${account}/${visitor.chatId}`
  await expect.poll(agent.notifications).toEqual([notification])
  await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })
  await expect.poll(agent.rings).toBe(true)

  await agent.pressNotification(notification, 0)
  await expect.poll(async () => (await agent.rows<ChatRow>('chats'))[0]?.list).toBe('mine')
  await expect.poll(agent.rings).toBe(false)
  expect(await agent.notifications()).not.toContain(notification)
})

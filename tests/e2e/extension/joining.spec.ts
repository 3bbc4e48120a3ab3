import type { AccountId } from '../../../extension/core/db.ts'
import { addAgent } from '../support/add-agent.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'

/** The list is asked for every five seconds; on a busy machine a browser takes a while besides. */
const soon = { timeout: 40_000 }

test('L4, L6, A11: from Active the administrator observes Ben’s chat unseen by the visitor, then joins it', async ({
  agent,
  anotherAgent,
  server,
}) => {
  await agent.signIn(server)
  const ben = (await anotherAgent.signIn(server, await addAgent(server, 'Ben'))) as AccountId
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(anotherAgent.rings, soon).toBe(true)
  await anotherAgent.command('accept-chat', { accountId: ben, chatId: visitor.chatId })

  const panel = await agent.open('sidepanel.html')
  // As narrow as a panel is: the list or the chat, one at a time.
  await panel.setViewportSize({ width: 360, height: 640 })
  await panel.getByRole('tab', { name: /Waiting/ }).click()
  const card = panel.getByRole('region', { name: 'Active' }).getByRole('article', { name: 'Maria' })
  await expect(card).toContainText('With Ben', soon)
  await expect(card).toContainText('Prices · shop.example')
  await card.getByRole('button', { name: 'Join as observer' }).click()
  await expect(panel.getByText('You are observing. The visitor does not see you.')).toBeVisible()
  await expect(panel.getByRole('log')).toContainText('Hello?')
  await expect(panel.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
  await visitor.write('Is anybody there?')
  await expect(panel.getByRole('log')).toContainText('Is anybody there?', soon)

  const desk = await anotherAgent.open('sidepanel.html')
  await desk.getByRole('list', { name: 'My chats' }).getByRole('button', { name: /Maria/ }).click()
  await expect(desk.getByRole('list', { name: 'Who is in this chat' })).toHaveText('Administratorobserves', soon)

  await panel.getByRole('button', { name: 'Join', exact: true }).click()
  await panel.getByRole('textbox', { name: 'Message' }).fill('I am here, too.')
  await panel.keyboard.press('Enter')
  await expect.poll(visitor.messages, soon).toContain('agent: I am here, too.')
  await expect(desk.getByRole('log')).toContainText('Administrator joined', soon)
  await expect(desk.getByRole('list', { name: 'Who is in this chat' })).not.toContainText('observes')
})

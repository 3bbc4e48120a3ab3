import { deskOn } from './agent-side.ts'
import { expect, test } from './stage.ts'
import { visitorOn } from './visitor-side.ts'

test.describe('A1: a request is accepted', () => {
  test('from its notification, and answered in the panel that this shows', async ({ visitor, ana, agent }) => {
    await visitor.ring('Ada', 'Hello')
    await expect.poll(agent.notifications).toHaveLength(1)
    const [notification = ''] = await agent.notifications()
    await agent.pressNotification(notification, 0)
    await expect(ana.log).toContainText('You accepted the chat')
    await expect(visitor.chat.getByText('Ana has joined the chat.')).toBeVisible()
    await ana.write('Good morning')
    await expect(visitor.bubble('Good morning')).toBeVisible()
    await expect.poll(agent.notifications).toEqual([])
  })

  test('from the popup, and answered in the panel that this shows', async ({ visitor, ana, agent }) => {
    await visitor.ring('Ada', 'Hello')
    const popup = await agent.open('popup.html')
    await popup.getByRole('article', { name: 'Ada' }).getByRole('button', { name: 'Accept' }).click()
    await expect(ana.log).toContainText('You accepted the chat')
    await expect(visitor.chat.getByText('Ana has joined the chat.')).toBeVisible()
    await ana.write('Good morning')
    await expect(visitor.bubble('Good morning')).toBeVisible()
  })

  test('from the bar above another chat, which stays as it was', async ({ visitor, ana, chatting, browser, shop }) => {
    await chatting()
    await ana.message.fill('A thought that is not yet')
    const bea = visitorOn(await (await browser.newContext()).newPage())
    await bea.page.goto(shop.url)
    await bea.ring('Bea', 'Me too')
    await ana.incoming.getByRole('button', { name: 'Accept' }).click()
    await ana.write('Hello, Bea')
    await expect(bea.bubble('Hello, Bea')).toBeVisible()
    await ana.page.getByRole('button', { name: 'Back to the list' }).click()
    await ana.page.getByRole('button', { name: 'Ada' }).click()
    await expect(ana.message).toHaveValue('A thought that is not yet')
    await ana.write('finished')
    await expect(visitor.bubble('finished')).toBeVisible()
    expect(await bea.transcript()).toEqual(['You: Me too', 'Ana: Hello, Bea'])
    await bea.page.context().close()
  })
})

test('A19: panel and window show the same: messages, drafts, states and the end', async ({
  visitor,
  ana,
  agent,
  chatting,
}) => {
  await chatting()
  const opened = agent.context.waitForEvent('page')
  await ana.page.getByRole('button', { name: 'More' }).click()
  await ana.page.getByRole('menuitem', { name: 'Open in a new window' }).click()
  const pop = deskOn(await opened)
  await expect(pop.log).toContainText('You accepted the chat')

  await pop.message.fill('Half a thought')
  await ana.log.click()
  await expect(ana.message).toHaveValue('Half a thought')
  await pop.write('From the window')
  await expect(ana.bubble('From the window')).toBeVisible()
  await expect(ana.message).toHaveValue('')
  await ana.write('From the panel')
  await expect(pop.bubble('From the panel')).toBeVisible()
  await visitor.write('From the shop')
  for (const side of [ana, pop]) {
    await expect(side.bubble('From the shop')).toBeVisible()
    await expect(side.bubble('From the panel')).toContainText('Read')
  }
  expect(await pop.transcript()).toEqual(await ana.transcript())

  await pop.page.getByRole('button', { name: 'End chat' }).click()
  await pop.page.getByRole('group', { name: 'End the chat?' }).getByRole('button', { name: 'End chat' }).click()
  for (const side of [ana, pop]) await expect(side.log).toContainText('You ended the chat')
  await expect(visitor.chat.getByText('Ana has ended this conversation.')).toBeVisible()
})

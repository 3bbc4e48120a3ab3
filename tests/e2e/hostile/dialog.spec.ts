import { hostOn } from './host.ts'
import { expect, test } from './world.ts'

test('W32: a modal dialog of the page keeps the focus while an agent answers, and the chat goes on after it', async ({
  page,
  hostile,
  agent,
}) => {
  await page.goto(hostile.page('dialog'))
  const { launcher, chat: openedChat } = hostOn(page)
  await launcher.click()
  const chat = await openedChat()
  const visitor = `Visitor ${crypto.randomUUID()}`
  await chat.start(visitor, 'Hello')
  const id = await agent.chatOf(visitor)
  await agent.accept(id)
  await chat.close()

  await page.evaluate('open()')
  const voucher = page.getByLabel('Voucher')
  await voucher.fill('SPRING')
  await agent.say(id, 'Here I am')
  await chat.shows('Here I am')
  await expect(voucher).toBeFocused()
  await page.getByRole('button', { name: 'Done' }).click()

  await chat.message.fill('Now I can write')
  await chat.message.press('Enter')
  await chat.shows('Now I can write')
})

test('W32: what a page makes inert does not take the button along', async ({ page, hostile }) => {
  await page.goto(hostile.page('plain'))
  const { launcher, chat: openedChat } = hostOn(page)
  await expect(launcher).toBeVisible()
  await page.evaluate(() => {
    for (const one of document.body.children) (one as HTMLElement).inert = true
    document.body.inert = true
  })
  await launcher.click()
  await expect((await openedChat()).message).toBeVisible()
})

import { launchOptionsFor } from '../support/launch-options.ts'
import { expect, test as inChromium, widgetOn } from './world.ts'

/** Chromium, or the real Firefox of this machine, as the project says: they do not remember alike what could not be loaded. */
const test = inChromium.extend({
  launchOptions: [async ({ browserName }, use) => use(launchOptionsFor(browserName)), { scope: 'worker' }],
})

test('W27: parts of the chat that could not be loaded come when the connection is back', async ({
  page,
  site,
  agent,
}) => {
  const { chat, launcher, message } = widgetOn(page)
  let refused = 0
  const cut = () =>
    page.route(/assets\/(open-conversation|EmojiPicker)-/, (route) => {
      refused++
      return route.abort('connectionrefused')
    })
  await cut()
  await page.goto(site.page())
  await launcher.click()
  await expect.poll(() => refused, 'the conversation was asked for in vain').toBeGreaterThan(0)
  await chat.getByLabel('Your name').fill('Petra')
  await page.unrouteAll()
  await chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(message).toBeVisible()
  const id = await agent.chatOf('Petra')
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await expect(chat.getByRole('log').getByText('Good morning')).toBeVisible()

  await cut()
  const before = refused
  await chat.getByRole('button', { name: 'Emoji' }).click()
  await expect.poll(() => refused, 'the emoji were asked for in vain').toBeGreaterThan(before)
  await page.unrouteAll()
  const thumb = chat.getByRole('button', { name: '👍' })
  // A press too soon may meet the first refusal still on its way; one too many shuts what is open.
  await expect(async () => {
    if (!(await thumb.isVisible())) await chat.getByRole('button', { name: 'Emoji' }).click()
    await expect(thumb).toBeVisible({ timeout: 2000 })
  }).toPass()
  await thumb.click()
  await expect(message).toHaveValue('👍')
})

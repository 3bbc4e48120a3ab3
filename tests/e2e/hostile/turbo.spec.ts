import { hostOn } from './host.ts'
import { expect, test } from './world.ts'

test('W32: Turbo shows kept pages and previews, and morphs one, and the chat that is open stays as it is', async ({
  page,
  hostile,
  agent,
}) => {
  const { launcher, frame, title, next, chat: openedChat } = hostOn(page)
  await page.goto(hostile.page('turbo'))
  await page.evaluate('addEventListener("turbo:morph", () => { document.documentElement.dataset.morphed = "" })')
  // What came before the click would leave nothing to preview.
  await page.evaluate('addEventListener("turbo:before-prefetch", (event) => event.preventDefault())')
  await launcher.click()
  const chat = await openedChat()
  const visitor = `Visitor ${crypto.randomUUID()}`
  await chat.start(visitor, 'Hello')
  const id = await agent.chatOf(visitor)
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await chat.shows('Good morning')
  await chat.message.fill('Half a sent')
  const unmoved = async (heading: string) => {
    await expect(title).toHaveText(heading)
    // The frame's document was not loaded anew: what it holds is what it held.
    await expect(chat.message).toHaveValue('Half a sent')
    await expect(page.locator('deskbell-widget')).toHaveCount(1)
  }

  await next.click()
  await unmoved('Prices')
  await page.goBack()
  await unmoved('Lamps')
  // The visitor was there before: what Turbo kept of it is shown until the page comes.
  const { promise: seen, resolve: goOn } = Promise.withResolvers<void>()
  await page.route('**/turbo/next', (route) => seen.then(() => route.continue()))
  await next.click()
  const preview = page.locator('html[data-turbo-preview]')
  await expect(preview).toBeAttached()
  await unmoved('Prices')
  goOn()
  await expect(preview).not.toBeAttached()
  await unmoved('Prices')
  await page.evaluate('Turbo.visit(location.href, { action: "replace" })')
  await expect(page.locator('html[data-morphed]')).toBeAttached()
  await unmoved('Prices')

  await agent.say(id, 'Still there?')
  await chat.shows('Still there?')
  await chat.close()
  await expect(frame).toBeHidden()
  await page.goBack()
  await expect(title).toHaveText('Lamps')
  await expect(frame).toBeHidden()
  await agent.say(id, 'One more thing')
  await chat.shows('One more thing')
})

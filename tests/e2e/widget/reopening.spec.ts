import type { Page } from '@playwright/test'
import { expect, test, widgetOn } from './world.ts'

for (const where of ['site', 'nearby'] as const) {
  const frames = where === 'site' ? 'where frames have no storage' : 'where frames have storage'

  test.describe(`W2: an agent’s reply opens a closed panel, ${frames}`, () => {
    for (const [when, move] of Object.entries({
      'on the same page': async () => {},
      'after a navigation': async (page) => page.getByRole('link', { name: 'Next page' }).click(),
      'after a reload': async (page) => page.reload(),
    } satisfies Record<string, (page: Page) => Promise<unknown>>)) {
      test(when, async ({ page, agent, site: far, nearby }) => {
        const site = where === 'site' ? far : nearby
        await page.goto(site.page())
        const { chat, launcher, start, close } = widgetOn(page)
        const name = `Visitor ${when}`
        await start(name, 'Hello')
        const id = await agent.chatOf(name)
        await agent.accept(id)
        await expect(chat.getByText('has joined the chat')).toBeVisible()
        await close()
        await expect(launcher).toBeFocused()
        await expect(page.getByTitle('Chat')).toBeHidden()
        await move(page)
        await expect(launcher).toBeVisible()
        await agent.say(id, 'Here I am')
        await expect(chat.getByText('Here I am')).toBeVisible()
        await expect(launcher).toHaveAttribute('aria-expanded', 'true')
      })
    }

    test('with what was said while the network was away', async ({ page, context, agent, site: far, nearby }) => {
      const site = where === 'site' ? far : nearby
      await page.goto(site.url)
      const { chat, start, close } = widgetOn(page)
      await start('Away', 'Hello')
      const id = await agent.chatOf('Away')
      await agent.accept(id)
      await expect(chat.getByText('has joined the chat')).toBeVisible()
      await close()
      await context.setOffline(true)
      await agent.say(id, 'Here I am')
      await expect(page.getByTitle('Chat')).toBeHidden()
      await context.setOffline(false)
      await expect(chat.getByText('Here I am')).toBeVisible()
    })

    test('when it came while the visitor was between two pages', async ({ page, agent, site: far, nearby }) => {
      const site = where === 'site' ? far : nearby
      await page.goto(site.page())
      const { chat, start, close } = widgetOn(page)
      await start('Between', 'Hello')
      const id = await agent.chatOf('Between')
      await agent.accept(id)
      await expect(chat.getByText('has joined the chat')).toBeVisible()
      await close()
      await page.goto('about:blank')
      await agent.say(id, 'Here I am')
      await page.goto(site.page())
      await expect(chat.getByText('Here I am')).toBeVisible()
    })

    test('never takes the focus from a field in use', async ({ page, agent, site: far, nearby }) => {
      const site = where === 'site' ? far : nearby
      await page.goto(site.url)
      const { chat, start, close } = widgetOn(page)
      await start('Focused', 'Hello')
      const id = await agent.chatOf('Focused')
      await agent.accept(id)
      await expect(chat.getByText('has joined the chat')).toBeVisible()
      await close()
      const field = page.getByLabel('Search')
      await field.pressSequentially('ket')
      await agent.say(id, 'Here I am')
      await expect(chat.getByText('Here I am')).toBeVisible()
      await expect(field).toBeFocused()
      await page.keyboard.type('tle')
      await expect(field).toHaveValue('kettle')
    })
  })

  test(`W2 W28: of two tabs exactly one opens, the one in use; both show the same chat, ${frames}`, async ({
    context,
    agent,
    site: far,
    nearby,
  }) => {
    const site = where === 'site' ? far : nearby
    const first = await context.newPage()
    await first.goto(site.url)
    const one = widgetOn(first)
    await one.start('Twice', 'Hello')
    const id = await agent.chatOf('Twice')
    await agent.accept(id)
    await expect(one.chat.getByText('has joined the chat')).toBeVisible()
    await one.close()
    const second = await context.newPage()
    await second.goto(site.url)
    const two = widgetOn(second)
    await second.getByLabel('Search').click()
    await expect(second.getByTitle('Chat')).toBeAttached()

    await agent.say(id, 'Only once')
    await expect(two.chat.getByText('Only once')).toBeVisible()
    await expect(first.getByTitle('Chat')).toBeHidden()

    await first.bringToFront()
    await expect(first.getByTitle('Chat')).toBeHidden()
    await two.close()
    const taken = first.waitForEvent('websocket')
    await first.getByLabel('Search').click()
    await taken
    await agent.say(id, 'Now here')
    await expect(one.chat.getByText('Now here')).toBeVisible()
    await expect(one.chat.getByText('Only once')).toBeVisible()
    await expect(second.getByTitle('Chat')).toBeHidden()
  })
}

test('W2: on a phone the message shows beside the button, and a tap opens the chat', async ({
  browser,
  site,
  agent,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto(site.url)
  const { chat, start, close, message } = widgetOn(page)
  await start('Phone', 'Hello')
  const id = await agent.chatOf('Phone')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  const full = await page.getByTitle('Chat').boundingBox()
  expect(full).toEqual({ x: 0, y: 0, width: 390, height: 740 })
  await close()
  await agent.say(id, 'Here I am')
  await expect(chat.getByText('Here I am')).toBeVisible()
  expect((await page.getByTitle('Chat').boundingBox())?.height).toBeLessThan(200)
  await expect(message).toBeHidden()
  await chat.getByText('Here I am').click()
  await expect(message).toBeVisible()
  await context.close()
})

test('W2: the owner may choose the message beside the button, or the badge alone', async ({ page, site, agent }) => {
  await page.goto(site.page({ config: { reopen: 'message' } }))
  const { chat, launcher, message, start, close } = widgetOn(page)
  await start('Quiet', 'Hello')
  const id = await agent.chatOf('Quiet')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  await close()
  await agent.say(id, 'Here I am')
  await expect(chat.getByText('Here I am')).toBeVisible()
  await expect(message).toBeHidden()
  await expect(launcher).toHaveAccessibleName('Contact us (1)')
  await chat.getByRole('button', { name: 'Close' }).click()

  await page.goto(site.page({ config: { reopen: 'badge' } }))
  await agent.say(id, 'Still here')
  await expect(launcher).toHaveAccessibleName('Contact us (2)')
  await expect(page.getByTitle('Chat')).toBeHidden()
  await launcher.click()
  await expect(chat.getByText('Still here')).toBeVisible()
  await expect(launcher).toHaveAccessibleName('Contact us')
})

test('W28: an open panel stays open on the next page', async ({ page, site, agent }) => {
  await page.goto(site.page())
  const { chat, start } = widgetOn(page)
  await start('Walker', 'Hello')
  await agent.chatOf('Walker')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/next/)
  await expect(chat.getByText('Hello', { exact: true })).toBeVisible()
})

import type { StatusId } from '#shared/contract/groups.ts'
import type { OfficeHours } from '#shared/contract/office-hours.ts'
import { presenceLease } from '#shared/contract/presence.ts'
import { setEveryone } from './everyone.ts'
import { test as base, expect, widgetOn } from './world.ts'

const never: OfficeHours = { zone: 'Europe/Berlin', week: [[], [], [], [], [], [], []], holidays: [] }
const hiding = { config: { whenAway: 'hide' } }

/** `attending`: the agent's browser is there for as long as the test runs. */
const test = base.extend<{ attending: { setStatus(status: string): Promise<void> } }>({
  attending: async ({ agent }, use) => {
    const renew = () => agent.api.renewPresence({ body: { idle: false } })
    const setStatus = async (status: string) =>
      void (await agent.api.setStatus({ body: { status: status as StatusId } }))
    await renew()
    const timer = setInterval(() => renew().catch(() => {}), presenceLease.renewEvery)
    await use({ setStatus })
    clearInterval(timer)
    await setStatus('online')
  },
})

/** Something that does not outlive a reload. */
const mark = 'data-this-page'

test('W7: office hours take the button off an open page, and bring it back', async ({
  page,
  nearby,
  agent,
  attending: _,
}) => {
  await page.goto(nearby.page(hiding))
  const { launcher } = widgetOn(page)
  await expect(launcher).toBeVisible()
  await page.locator('html').evaluate((html, name) => html.setAttribute(name, ''), mark)
  const open = await setEveryone(agent, { hours: never })
  try {
    await expect(launcher).toBeHidden()
  } finally {
    await open()
  }
  await expect(launcher).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute(mark)
})

for (const where of ['site', 'nearby'] as const)
  test(`W5: the button follows whether an agent is there, without cookie and storage (${where})`, async ({
    page,
    context,
    attending,
    site,
    nearby,
  }) => {
    await attending.setStatus('away')
    await page.goto((where === 'site' ? site : nearby).page(hiding))
    const { launcher } = widgetOn(page)
    await expect(page.getByTitle('Chat')).toBeAttached()
    await expect(launcher).toBeHidden()
    await attending.setStatus('online')
    await expect(launcher).toBeVisible()
    await attending.setStatus('away')
    await expect(launcher).toBeHidden()
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })

test('W5: it stays while the panel is open, and while a chat is under way', async ({
  page,
  nearby,
  agent,
  attending,
}) => {
  await page.goto(nearby.page(hiding))
  const { chat, launcher, start, close } = widgetOn(page)
  await launcher.click()
  await expect(chat.getByRole('button', { name: 'Start chat' })).toBeVisible()
  await attending.setStatus('away')
  await expect.poll(async () => (await agent.api.getAvailability({ query: {} })).available).toBe(false)
  // At first it is hidden: on the next page it shows only once the frame, which finds the panel open, said so.
  await page.reload()
  await expect(chat.getByRole('button', { name: 'Close' })).toBeVisible()
  await expect(launcher).toBeVisible()
  await close()
  await expect(launcher).toBeHidden()
  await attending.setStatus('online')
  await start('Stays', 'Hello')
  const id = await agent.chatOf('Stays')
  await close()
  await attending.setStatus('away')
  await page.reload()
  await expect(launcher).toBeVisible()
  await agent.accept(id)
  await agent.end(id)
})

test('W5: a server that cannot be reached leaves the button', async ({ page, nearby }) => {
  await page.route('**/widget/frame.html', (route) => route.abort())
  await page.goto(nearby.page(hiding))
  await expect(widgetOn(page).launcher).toBeVisible()
})

test('W5: by default nobody is asked, and the button stays', async ({ page, nearby, attending }) => {
  await attending.setStatus('away')
  await page.goto(nearby.page())
  await expect(widgetOn(page).launcher).toBeVisible()
  await expect(page.getByTitle('Chat')).toHaveCount(0)
})

import type { Page } from '@playwright/test'
import type {} from '../../../widget/deskbell.d.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, test, widgetOn } from './world.ts'

const whatsapp = { type: 'whatsapp', to: '+49 30 123456', text: 'Größe & Preis?' }
const email = { type: 'email', to: 'hello@shop.example' }
const about = { ...email, subject: 'Größe & Preis?', text: 'Guten Tag,\n' }
const help = { type: 'link', to: 'https://help.example/start', label: 'Help pages', icon: 'M4 4h16v16H4z' }
const all = [
  'chat',
  'callback',
  email,
  whatsapp,
  { type: 'phone', to: '+4930123456' },
  { type: 'sms', to: '+4930123456' },
]
  .map((channel) => (typeof channel === 'string' ? { type: channel } : channel))
  .concat(
    { type: 'telegram', to: 'shop_example' },
    { type: 'messenger', to: 'shop.example' },
    { type: 'viber', to: '+4930123456' },
    { type: 'instagram', to: 'shop.example' },
    { type: 'line', to: '@shop' },
    { type: 'discord', to: 'aB3dE5f' },
    help,
  )

const listOn = (page: Page) => {
  const list = page.getByRole('menu')
  return { list, items: list.getByRole('menuitem') }
}

test('W1 W3: several channels open a list, in the owner’s order, and each leads where it says', async ({
  page,
  context,
  site,
}) => {
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  await page.goto(site.page({ config: { channels: [whatsapp, help, { type: 'chat', label: 'Ask us' }, about] } }))
  const { chat, launcher } = widgetOn(page)
  const { list, items } = listOn(page)
  await expect(launcher).toHaveAttribute('aria-expanded', 'false')
  await launcher.click()
  await expect(launcher).toHaveAttribute('aria-expanded', 'true')
  await expect(list.locator('svg')).toHaveCount(4)
  await expect(items).toHaveText(['WhatsApp', 'Help pages', 'Ask us', 'Emailhello@shop.example'])
  await expect(items.nth(1)).toHaveAttribute('href', help.to)
  await expect(items.nth(1).locator('path')).toHaveAttribute('d', help.icon)
  await expect(items.nth(3)).toHaveAttribute(
    'href',
    `mailto:hello@shop.example?subject=${encodeURIComponent(about.subject)}&body=Guten%20Tag%2C%0D%0A`,
  )
  const opened = context.waitForEvent('page')
  await items.first().click()
  expect((await opened).url()).toBe(`https://wa.me/4930123456?text=${encodeURIComponent(whatsapp.text)}`)
  await page.bringToFront()
  await expect(list).toBeHidden()
  await launcher.click()
  await items.nth(2).click()
  await expect(list).toBeHidden()
  await expect(chat.getByLabel('Your name')).toBeFocused()
  await launcher.click()
  await expect(page.getByTitle('Chat')).toBeHidden()
  await launcher.click()
  await expect(list).toBeVisible()
})

test('W1: every link works while the server is down', async ({ page, site, server }) => {
  await page.goto(site.page({ config: { channels: all } }))
  const { launcher } = widgetOn(page)
  const { items } = listOn(page)
  await expect(launcher).toBeVisible()
  await server.stop()
  try {
    await launcher.click()
    await expect(items).toHaveText([
      'Live chat',
      'Call me back',
      'Email',
      'WhatsApp',
      'Phone',
      'Text message',
      'Telegram',
      'Messenger',
      'Viber',
      'Instagram',
      'LINE',
      'Discord',
      'Help pages',
    ])
    const links = page.getByRole('menu').getByRole('menuitem').and(page.locator('a'))
    expect(await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))).toEqual([
      'mailto:hello@shop.example',
      `https://wa.me/4930123456?text=${encodeURIComponent(whatsapp.text)}`,
      'tel:+4930123456',
      'sms:+4930123456',
      'https://t.me/shop_example',
      'https://m.me/shop.example',
      'viber://chat?number=%2B4930123456',
      'https://ig.me/m/shop.example',
      'https://line.me/R/ti/p/%40shop',
      'https://discord.gg/aB3dE5f',
      help.to,
    ])
  } finally {
    await server.restart()
  }
})

test('W1 W7: one channel opens at once; one that is closed now is not offered', async ({ page, context, site }) => {
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  const closed = { ...email, hours: { zone: 'Europe/Berlin', open: [] } }
  await page.goto(site.page({ config: { channels: [closed, whatsapp] } }))
  const { launcher } = widgetOn(page)
  const opened = context.waitForEvent('page')
  await launcher.click()
  expect((await opened).url()).toContain('https://wa.me/4930123456')
  await expect(listOn(page).list).toBeHidden()
  await page.goto(site.page({ config: { channels: [closed] } }))
  await expect(page.locator('deskbell-widget')).toHaveClass('away')
  await expect(launcher).toBeHidden()
})

test('W33 W1: without a chat among the channels, open opens their list, toggle shuts it, and the focus goes back', async ({
  page,
  site,
}) => {
  await page.goto(site.page({ config: { channels: [whatsapp, email] } }))
  const { list, items } = listOn(page)
  await page.evaluate(() => {
    const help = document.body.appendChild(document.createElement('button'))
    help.textContent = 'Help'
    help.onclick = () => Deskbell('toggle')
    Deskbell('open')
  })
  await expect(items).toHaveText(['WhatsApp', 'Emailhello@shop.example'])
  await expect(items.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  const help = page.getByRole('button', { name: 'Help' })
  await help.click()
  await expect(items.first()).toBeFocused()
  // A press outside the list shuts it by itself; it must not open anew.
  await help.click()
  await expect(list).toBeHidden()
  await help.press('Enter')
  await expect(items.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(help).toBeFocused()
  await expect(page.getByTitle('Chat')).toHaveCount(0)

  await page.goto(site.page({ config: { channels: [whatsapp, { type: 'chat' }] } }))
  await page.evaluate(() => Deskbell('open'))
  await expect(widgetOn(page).chat.getByLabel('Your name')).toBeFocused()
  await expect(list).toBeHidden()
})

test('W5: while nobody can answer, live chat alone is away', async ({ page, site }) => {
  await page.goto(site.page({ config: { whenAway: 'hide', channels: [{ type: 'chat' }, email, whatsapp] } }))
  await widgetOn(page).launcher.click()
  await expect(listOn(page).items).toHaveText([/^Email/, 'WhatsApp'])
})

test('W1 W17: Call me back opens its form at once', async ({ page, site, agent }) => {
  await page.goto(site.page({ config: { channels: [{ type: 'callback' }, email] } }))
  const { chat, launcher } = widgetOn(page)
  await launcher.click()
  await listOn(page).items.first().click()
  await chat.getByLabel('Your name').fill('Calla')
  await chat.getByLabel('Phone').fill('+49 30 123456')
  await chat.getByRole('button', { name: 'Call me back' }).click()
  await expect
    .poll(async () => JSON.stringify(await agent.api.listFollowUps({ query: { list: 'callbacks' } })))
    .toContain('Calla')
})

for (const scheme of ['light', 'dark'] as const)
  test(`W29: the list by keyboard, focus kept and returned, and axe finds nothing, ${scheme}`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.goto(site.page({ config: { color: '#ffd400', channels: all } }))
    const { launcher } = widgetOn(page)
    const { list, items } = listOn(page)
    await launcher.focus()
    await page.keyboard.press('Enter')
    await expect(items.first()).toBeFocused()
    await expect(list.locator('svg')).toHaveCount(all.length)
    await expect(list).toHaveAttribute('aria-label', 'Ways to reach us')
    expect(await findBarriers(page)).toEqual([])
    for (const [key, at] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 12],
      ['ArrowDown', 0],
      ['End', 12],
      ['Home', 0],
      ['w', 3],
    ] as const) {
      await page.keyboard.press(key)
      await expect(items.nth(at)).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(launcher).toBeFocused()
    await expect(launcher).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Enter')
    await expect(items.first()).toBeFocused()
    await page.getByRole('heading').click()
    await expect(list).toBeHidden()
    await launcher.click()
    await expect(items.first()).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(list).toBeHidden()
  })

test('W32: the list is above the page, whose style does not reach it, and opens under a strict policy', async ({
  page,
  site,
  server,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const head =
    '<style>* { all: unset !important } main { position: fixed; inset: 0; z-index: 2147483647 } a, button { display: none !important }</style>'
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${server.url}; frame-src ${server.url}; require-trusted-types-for 'script'; trusted-types 'none'`
  await page.goto(site.page({ head, policy, config: { channels: all } }))
  await widgetOn(page).launcher.click()
  const { list, items } = listOn(page)
  await expect(list.locator('svg')).toHaveCount(all.length)
  for (const item of await items.all()) {
    const box = await item.boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    const onTop = await page.evaluate(([left = 0, top = 0]) => document.elementFromPoint(left, top)?.localName, [x, y])
    expect(onTop).toBe('deskbell-widget')
    expect(box?.height).toBeGreaterThanOrEqual(44)
  }
  expect(complaints).toEqual([])
})

test('W32: of bad settings the button appears with the defaults, and each part says in one line what was wrong', async ({
  page,
  site,
}) => {
  const told: string[] = []
  page.on('console', (message) => message.type() === 'warning' && told.push(message.text()))
  const channels = [{ type: 'link', to: 'javascript:alert(1)', label: 'x' }, { type: 'fax' }, 7]
  await page.goto(site.page({ config: { color: 'url(x)', offset: 'far', shape: 5, channels } }))
  const { chat, launcher } = widgetOn(page)
  await expect(launcher).toBeVisible()
  await expect.poll(() => told.length).toBe(2)
  expect(told[0]).toMatch(/^Deskbell: color must be .*, shape must be .*, offset must be /)
  expect(told[1]).toMatch(
    /^Deskbell: channels\[0\] is a link, .*, channels\[1\] must have a type.*, channels\[2\] must/,
  )
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  expect(await launcher.boundingBox()).toEqual({ x: width - 76, y: height - 76, width: 56, height: 56 })
  await launcher.click()
  await expect(chat.getByLabel('Your name')).toBeFocused()
})

test('W1 W29: shapes, offset, theme, a compact panel on phones, high contrast and right-to-left', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 740 })
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  const config = { theme: 'dark', shape: 'pill', phone: 'compact', side: 'left', offset: [32, 64], language: 'ar' }
  await page.goto(site.page({ config: { ...config, channels: all } }))
  const launcher = page.getByRole('button', { name: 'اتصل بنا' })
  await expect(launcher).toHaveText('اتصل بنا')
  const box = await launcher.boundingBox()
  // Beside it there is no room for the panel, so it stands in its corner on this screen.
  expect([box?.x, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([20, 740 - 64])
  const { list, items } = listOn(page)
  await launcher.click()
  await expect(list).toHaveAttribute('dir', 'rtl')
  await expect(items.first()).toHaveText('دردشة مباشرة')
  const { x = -1, y = -1, width = 999 } = (await list.boundingBox()) ?? {}
  expect(x >= 0 && y >= 0 && x + width <= 390).toBe(true)
  await items.first().click()
  const frame = page.locator('deskbell-widget iframe')
  await expect.poll(async () => (await frame.boundingBox())?.y).toBeCloseTo(148, 0)
  const panel = await frame.boundingBox()
  expect([panel?.x, panel?.width]).toEqual([0, 390])
  // With forced colours browsers decide about the scheme themselves.
  await page.emulateMedia({ forcedColors: 'none' })
  const root = page.frameLocator('deskbell-widget iframe').locator('html')
  await expect(root).toHaveCSS('color-scheme', 'dark')
})

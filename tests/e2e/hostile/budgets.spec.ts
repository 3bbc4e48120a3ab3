import type { Page } from '@playwright/test'
import budgets from '../../../widget/budgets.json' with { type: 'json' }
import { hostOn } from './host.ts'
import { watchTraffic } from './watch-traffic.ts'
import { expect, test } from './world.ts'

// No layout may shift and no policy refuse anything: every test of this folder asks that.
for (const [name, what] of [
  ['plain', 'a plain page'],
  ['heavy', 'the heaviest page'],
] as const)
  test(`W31, W32: requests, bytes, storage, cookies and sockets stay within their budgets on ${what}`, async ({
    page,
    context,
    hostile,
    agent,
    server,
  }) => {
    const traffic = watchTraffic(page, server.url)
    const { launcher, frame, chat: openedChat, title } = hostOn(page)
    await page.goto(hostile.page(name, { bare: true }))
    const ownNames = await globalsOf(page)

    await page.goto(hostile.page(name))
    await expect(launcher).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(traffic.paths()).toEqual(['/widget.js'])
    const loader = await traffic.bytes()
    report('bytes before the visitor acts', loader)
    expect(loader).toBeLessThanOrEqual(budgets.loader.gzip)
    expect(await storedBy(page)).toEqual({ local: [], session: [], databases: 0, caches: 0 })
    expect(await context.cookies()).toEqual([])
    expect((await globalsOf(page)).filter((one) => !ownNames.includes(one))).toEqual(['Deskbell'])

    await page.evaluate(countLongTasks)
    await launcher.click()
    const chat = await openedChat()
    await expect(chat.message).toBeVisible()
    // They depend on the machine.
    report('long tasks of the page while the chat opened, ms, not asserted', await page.evaluate('longTasks'))
    expect(traffic.sockets).toEqual([])
    expect(await context.cookies()).toEqual([])

    const visitor = `Visitor ${crypto.randomUUID()}`
    await chat.start(visitor, 'Hello')
    const id = await agent.chatOf(visitor)
    // All that came.
    const { chat: code, conversation, beginning, waiting } = budgets
    const allowed = code.gzip + conversation.gzip + beginning.gzip + waiting.gzip
    const first = await traffic.bytes(usual)
    report('bytes to the first message', first)
    expect(first).toBeLessThanOrEqual(allowed)
    expect(traffic.otherHosts).toEqual([])
    expect(await storedBy(page)).toEqual({ local: ['deskbell'], session: ['deskbell'], databases: 0, caches: 0 })
    expect(await context.cookies()).toEqual([
      expect.objectContaining({ httpOnly: true, secure: true, sameSite: 'None' }),
    ])

    await agent.accept(id)
    await chat.close()
    await expect(frame).toBeHidden()
    traffic.forget()
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(title).toHaveText('Prices')
    await expect.poll(() => traffic.sockets.length, 'the socket of the chat behind the button').toBe(1)
    await page.waitForLoadState('networkidle')
    expect(traffic.paths().filter((path) => /open-/.test(path))).toEqual([])
    const next = await traffic.bytes(usual)
    report('bytes of the next page, panel shut', next)
    expect(next).toBeLessThanOrEqual(budgets.loader.gzip + budgets.background.gzip)
  })

/** Here the browser gives frames of other sites no storage: what does its work then is apart. */
const usual = (path: string) => !path.includes('/denied-')

/** Into the report of the run: docs/hostile-pages.md has these figures. */
const report = (type: string, figure: unknown) =>
  test.info().annotations.push({ type, description: JSON.stringify(figure) })

const globalsOf = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(window))

const storedBy = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    // Plain HTTP has none.
    caches: 'caches' in window ? (await caches.keys()).length : 0,
  }))

/** In the page. A task of its own counts as well: on the heaviest page most are. */
function countLongTasks() {
  const durations: number[] = []
  Object.assign(window, { longTasks: durations })
  new PerformanceObserver((list) =>
    durations.push(...list.getEntries().map((one) => Math.round(one.duration))),
  ).observe({
    type: 'longtask',
  })
}

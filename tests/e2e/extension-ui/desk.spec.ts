import type { Page } from '@playwright/test'
import type { AccountId } from '../../../extension/core/db.ts'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { aVisitorWaits } from '../support/visitor.ts'
import { seedBrowser } from './seed-browser.ts'

const account = anAccount()

test('A5: the panel is usable at once with 10,000 stored chats, and shows more as one scrolls', async ({ agent }) => {
  const now = Date.now()
  const stored = Array.from({ length: 10_000 }, (_, i) =>
    aChat({ account, visitor: `Visitor ${i}`, now, ago: (i + 1) * 60_000 })
      .accepted()
      .ended()
      .rows(),
  )
  const chats = stored.flatMap((rows) => rows.chats)
  await seedBrowser(agent, { ...deskOf([account], []), chats })

  const panel = await agent.open('sidepanel.html')
  await panel.getByRole('button', { name: /Visitor 0/ }).waitFor()
  test
    .info()
    .annotations.push({ type: 'first rows painted after ms', description: String(await firstRowsPainted(panel)) })
  expect(await panel.getByRole('list', { name: 'Ended' }).getByRole('button').count()).toBeLessThan(100)

  await panel.getByRole('button', { name: /Visitor 39\D/ }).scrollIntoViewIfNeeded()
  await expect(panel.getByRole('button', { name: /Visitor 79\D/ })).toBeAttached()
})

test('A34: a draft is there again after the panel was closed', async ({ agent }) => {
  await seedBrowser(agent, deskOf([account], [aChat({ account }).says('Hello').accepted()]))
  const open = async () => {
    const panel = await agent.open('sidepanel.html')
    await panel.getByRole('button', { name: /Ben Okoye/ }).click()
    return { panel, message: panel.getByRole('textbox', { name: 'Message' }) }
  }
  const first = await open()
  await first.message.fill('Half a sentence')
  await first.panel.close()
  const second = await open()
  await expect(second.message).toHaveValue('Half a sentence')
})

test('A19: what is written in the panel is in the window, without a message between them', async ({ agent }) => {
  await seedBrowser(agent, deskOf([account], [aChat({ account }).says('Hello').accepted()]))
  const [panel, window] = [await agent.open('sidepanel.html'), await agent.open('window.html')]
  for (const page of [panel, window]) await page.getByRole('button', { name: /Ben Okoye/ }).click()
  await panel.bringToFront()
  await panel.getByRole('textbox', { name: 'Message' }).fill('From the panel')
  await panel.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(window.getByRole('log')).toContainText('From the panel')
})

test('A24: the reader stays where they are, and is told of what is new', async ({ agent, server }) => {
  const accountId = (await agent.signIn(server)) as AccountId
  const tall = (name: string) => [name, ...Array.from({ length: 12 }, (_, i) => `line ${i}`)].join('\n')
  const { chatId, write } = await aVisitorWaits(server.url, 'Maria', tall('the first'))
  for (const name of ['second', 'third', 'fourth']) await write(tall(`the ${name}`))
  await agent.command('accept-chat', { accountId, chatId })

  const panel = await agent.open('sidepanel.html')
  await panel.setViewportSize({ width: 360, height: 640 })
  await panel.getByRole('button', { name: /Maria/ }).click()
  const log = panel.getByRole('log')
  await expect(log.getByText('You accepted the chat')).toBeInViewport()

  await log.getByText('the first').scrollIntoViewIfNeeded()
  await write('the newest')
  await expect(log.getByText('the first')).toBeInViewport()
  await panel.getByRole('button', { name: 'New messages' }).click()
  await expect(log.getByText('the newest')).toBeInViewport()
  await expect(panel.getByRole('button', { name: 'New messages' })).toHaveCount(0)

  await write('and one more')
  await expect(log.getByText('and one more')).toBeInViewport()
})

/** From the start of the navigation, in ms: what the browser reports as the page's largest first content. */
const firstRowsPainted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number | undefined>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime))
        observer.observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )

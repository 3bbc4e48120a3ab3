import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { findBarriers } from '../support/find-barriers.ts'
import { deskOn } from './agent-side.ts'
import { expect, test } from './stage.ts'

test.setTimeout(300_000)

test('W29: axe finds no barrier on any surface during a chat, in light and dark colours', async ({
  visitor,
  ana,
  agent,
  server,
  page,
}) => {
  const desk = ana.page
  const open = async (name: string) => inLight(await agent.open(name))
  await inLight(page)
  await inLight(desk)

  await noBarriers('closed widget', page)
  await noBarriers('empty panel', desk)
  await visitor.launcher.click()
  await expect(visitor.message).toBeVisible()
  await noBarriers('form', page)
  await visitor.chat.getByLabel('Your name').fill('Ada')
  await visitor.message.fill('Hello, is https://example.com/lamp in stock?')
  await visitor.chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(visitor.chat.getByText('We are getting someone for you…')).toBeVisible()

  await expect(ana.incoming).toBeVisible()
  await desk.getByRole('tab', { name: 'Waiting' }).click()
  await expect(ana.card('Ada')).toBeVisible()
  await noBarriers('panel with a request', desk)
  const popup = await open('popup.html')
  await expect(popup.getByRole('article', { name: 'Ada' })).toBeVisible()
  await noBarriers('popup with a request', popup)
  await popup.close()

  await ana.card('Ada').getByRole('button', { name: 'Accept' }).click()
  await ana.write('Yes, two of them.')
  await visitor.write('Good')
  await ana.message.fill('Shall I')
  await expect(ana.bubble('Good')).toBeVisible()
  await expect(visitor.bubble('Yes, two of them.')).toBeVisible()
  await noBarriers('chat', page)
  await noBarriers('panel with a chat', desk)
  const pop = await open('window.html')
  await pop.getByRole('button', { name: 'Ada' }).click()
  await expect(deskOn(pop).bubble('Good')).toBeVisible()
  await noBarriers('window', pop)
  await pop.close()
  const options = await open('options.html')
  await noBarriers('options', options)
  await options.close()

  const generator = await inLight(await page.context().newPage())
  await generator.goto(`${server.url}/snippet-generator/`)
  for (const tab of ['Configuration', 'Integration code', 'Preview']) {
    await generator.getByRole('tab', { name: tab }).click()
    await noBarriers(`generator’s ${tab}`, generator)
  }
  await generator.close()

  await desk.getByRole('button', { name: 'End chat' }).click()
  await noBarriers('panel that asks before the end', desk)
  await desk.getByRole('group', { name: 'End the chat?' }).getByRole('button', { name: 'End chat' }).click()
  await expect(visitor.chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
  await noBarriers('ended chat', page)
  await desk.getByRole('button', { name: 'Back to the list' }).click()
  await desk.getByRole('tab', { name: 'My chats' }).click()
  await noBarriers('panel with a list', desk)
  await desk.emulateMedia({ colorScheme: null, reducedMotion: null })
})

/** Without motion, so that no colour is looked at on its way to another. */
async function inLight(page: Page): Promise<Page> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return page
}

/** In light by every rule; in dark by the one on which colours have a bearing. */
async function noBarriers(where: string, page: Page): Promise<void> {
  expect.soft(await findBarriers(page), `barriers in the ${where}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze()
  const faint = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))
  expect.soft(faint, `too little contrast in the dark ${where}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

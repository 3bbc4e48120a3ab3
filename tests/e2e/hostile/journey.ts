import type { Page } from '@playwright/test'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { HostilePage } from '../../hostile-pages/hostile-pages.ts'
import type { HostileSite } from '../../hostile-pages/open-site.ts'
import type { Agent } from '../widget/world.ts'
import { expectInPlace, hostOn } from './host.ts'
import { expect, test } from './world.ts'

/** A test for each of these pages. */
export function journeysThrough(pages: Readonly<Record<string, HostilePage>>) {
  for (const [name, hostile] of Object.entries(pages))
    test(`W32: a visitor chats on a page ${hostile.what}`, ({ page, hostile: site, agent }) =>
      journey(page, site, agent, name, hostile))
}

/**
 * All that a visitor does with the widget, on a page that is hostile in one way: the button, the first message, the agent's
 * answer, the closed panel that a reply opens, the next page, the end; and whether anything of the page moved.
 */
export async function journey(page: Page, site: HostileSite, agent: Agent, name: string, hostile: HostilePage) {
  const host = hostOn(hostile.inFrame ? page.frameLocator('#shop') : page)
  const { launcher, frame, chat, message } = host
  const arrive = async (options?: { bare: boolean }) => {
    await page.goto(site.page(name, options))
    if (hostile.settles && !options) await page.locator('html[data-settled]').waitFor({ state: 'attached' })
    await expect(host.title).toHaveText('Lamps')
  }
  await arrive({ bare: true })
  const before = await host.boxes()
  const nothingMoved = () => expect.poll(host.boxes, 'where everything of the page is').toEqual(before)

  await arrive()
  await expect(launcher).toBeVisible()
  await expectInPlace(host, hostile.inFrame ? { width: 900, height: 700 } : viewportOf(page))
  await nothingMoved()

  const visitor = `Visitor ${crypto.randomUUID()}`
  await launcher.click()
  await host.start(visitor, 'Hello')
  await nothingMoved()
  const id = await agent.chatOf(visitor)
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await expect(chat.getByText('Good morning')).toBeVisible()

  await chat.getByRole('button', { name: 'Close' }).click()
  await expect(frame).toBeHidden()
  await agent.say(id, 'One more thing')
  await expect(chat.getByText('One more thing')).toBeVisible()
  await nothingMoved()

  await host.next.click()
  await expect(host.title).toHaveText('Prices')
  if (hostile.forgets) {
    await launcher.click()
    return host.start(visitor, 'Hello again')
  }
  await expect(chat.getByText('One more thing')).toBeVisible()
  await message.fill('Thanks')
  await message.press('Enter')
  await expect.poll(() => textsOf(agent, id)).toContain('Thanks')
  await agent.end(id)
  await expect(chat.getByText('This conversation has ended')).toBeVisible()
}

/** What was said in it, as the log has it. */
async function textsOf({ api }: Agent, chatId: ChatId) {
  const { events } = await api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
  return events.flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))
}

function viewportOf(page: Page) {
  const size = page.viewportSize()
  if (!size) throw new Error('The page has no size.')
  return size
}

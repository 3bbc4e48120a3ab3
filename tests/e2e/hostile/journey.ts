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
  for (const [name, hostile] of Object.entries(pages)) {
    test(`W32: a visitor chats on a page ${hostile.what}`, async ({ page, hostile: site, agent, complaints }) => {
      await journey(page, site, agent, name, hostile)
      const { remarks } = hostile
      if (remarks) complaints.splice(0, Infinity, ...complaints.filter((one) => !remarks.test(one)))
    })
  }
}

/**
 * All that a visitor does with the widget, on a page that is hostile in one way: the button, the first message, the agent's
 * answer, the closed panel that a reply opens, the next page, the end; and whether anything of the page moved.
 */
async function journey(page: Page, site: HostileSite, agent: Agent, name: string, hostile: HostilePage) {
  const host = hostOn(page, hostile)
  const { launcher, frame, title } = host
  const arrive = async (options?: { bare: boolean }) => {
    await page.goto(site.page(name, options))
    if (hostile.settles && !options) await page.locator('html[data-settled]').waitFor({ state: 'attached' })
    await expect(title).toHaveText('Lamps')
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
  const chat = await host.chat()
  await chat.start(visitor, 'Hello')
  await nothingMoved()
  const id = await agent.chatOf(visitor)
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await chat.shows('Good morning')

  await chat.close()
  await expect(frame).toBeHidden()
  await agent.say(id, 'One more thing')
  await chat.shows('One more thing')
  await nothingMoved()

  await host.next.click()
  await expect(title).toHaveText('Prices')
  // Where nothing can be kept, the next page begins anew.
  if (hostile.forgets) {
    await launcher.click()
    await (await host.chat()).start(visitor, 'Hello again')
    return void (await agent.chatOf(visitor))
  }
  const next = await host.chat()
  await next.shows('One more thing')
  await next.message.fill('Thanks')
  await next.message.press('Enter')
  await expect.poll(() => textsOf(agent, id)).toContain('Thanks')
  await agent.end(id)
  await next.shows('This conversation has ended')
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

import { expect } from '@playwright/test'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { hostilePages } from '../../hostile-pages/hostile-pages.ts'
import type { HostileSite } from '../../hostile-pages/open-site.ts'
import type { Agent } from '../widget/world.ts'
import { expectInPlace, often, type Visit } from './visit.ts'

/**
 * All that a visitor does with the widget, on a page that is hostile in one way: the button, the first message, the agent's
 * answer, the closed panel that a reply opens, the next page, the end; and whether anything of the page moved.
 */
export async function journey(visit: Visit, site: HostileSite, agent: Agent, name: string) {
  const { settles, forgets } = hostilePages[name] ?? {}
  const arrive = async (options?: { bare: boolean }) => {
    await visit.goTo(site.page(name, options))
    if (settles && !options) await visit.settles()
    await visit.isOn('Lamps')
  }
  await arrive({ bare: true })
  const before = await visit.boxes()
  const nothingMoved = () => expect.poll(visit.boxes, often('where everything of the page is')).toEqual(before)

  await arrive()
  await expectInPlace(visit, await visit.size())
  await nothingMoved()

  const visitor = `Visitor ${crypto.randomUUID()}`
  await visit.pressLauncher()
  const chat = await visit.chat()
  await chat.start(visitor, 'Hello')
  await nothingMoved()
  const id = await agent.chatOf(visitor)
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await chat.shows('Good morning')

  await chat.close()
  await visit.chatIsShut()
  await agent.say(id, 'One more thing')
  await chat.shows('One more thing')
  await nothingMoved()

  await visit.followLink()
  await visit.isOn('Prices')
  // Where nothing can be kept, the next page begins anew.
  if (forgets) {
    await visit.pressLauncher()
    await (await visit.chat()).start(visitor, 'Hello again')
    return void (await agent.chatOf(visitor))
  }
  const next = await visit.chat()
  await next.shows('One more thing')
  await next.say('Thanks')
  await expect.poll(() => textsOf(agent, id), often('what was said')).toContain('Thanks')
  await agent.end(id)
  await next.shows('This conversation has ended')
}

/** What was said in it, as the log has it. */
async function textsOf({ api }: Agent, chatId: ChatId) {
  const { events } = await api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
  return events.flatMap(({ event }) => (event.type === 'message-sent' ? [event.text] : []))
}

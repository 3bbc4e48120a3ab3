import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListFilter } from '../../extension/core/settings.ts'
import { seedBrowser } from '../e2e/extension-ui/seed-browser.ts'
import type { AgentBrowser } from '../e2e/support/agent-browser.ts'
import { openAgentBrowser } from '../e2e/support/agent-browser.ts'
import { aGroup, deskWith } from '../support/attention-data.ts'
import { aChat, anAccount, type DeskData, noData } from '../support/desk-data.ts'
import { root } from '../support/server.ts'
import type { Figure, Measurement } from './figure.ts'
import { median } from './statistics.ts'

const rounds = 9
const stored = 10_000
const [mine, waiting] = [20, 10]

/** From the opening of the side panel's page until the list of chats can be seen and used. */
export const panelOpen: Measurement = {
  name: 'Opening the side panel',
  async measure() {
    if (!existsSync(join(root, 'dist/extension/chrome-mv3'))) throw new Error('dist/extension/chrome-mv3 is not built.')
    const agent = await openAgentBrowser(await mkdtemp(join(tmpdir(), 'deskbell-bench-')))
    try {
      const account = anAccount()
      await seedBrowser(agent, { ...noData(), accounts: [account] })
      await seedBrowser(
        agent,
        together(Array.from({ length: mine }, () => aStory(account, 'Zoë Adebayo').answers('I look it up.').rows())),
      )
      const few = await opened(agent)
      await seedBrowser(
        agent,
        together(Array.from({ length: waiting }, () => aChat({ account }).says('Hello?').rows())),
      )
      for (let chats = mine + waiting; chats < stored; chats += 499)
        await seedBrowser(
          agent,
          together(Array.from({ length: Math.min(499, stored - chats) }, () => aStory(account).ended().rows())),
        )
      const many = await opened(agent)
      // The filter finds the active chats and none of the thousands that have ended: all of these are looked through.
      const listFilter: ListFilter = { groups: 'mine', channel: 'all', text: 'zoe' }
      await seedBrowser(agent, deskWith(noData(), { groups: [aGroup()], settings: { listFilter } }))
      const filtered = await opened(agent)
      const lookedThrough = await opened(agent, '.filter-note')
      return [
        { name: `with ${mine} stored chats, median of ${rounds}`, value: few, unit: 'ms' },
        {
          name: `with ${stored.toLocaleString('en')}, median of ${rounds}`,
          value: many,
          unit: 'ms',
          atMost: 200,
          aim: 100,
        },
        {
          name: `with ${stored.toLocaleString('en')} and a filter, median of ${rounds}`,
          value: filtered,
          unit: 'ms',
          atMost: 200,
          aim: 100,
        },
        { name: 'until all of them are looked through', value: lookedThrough, unit: 'ms' },
      ] satisfies Figure[]
    } finally {
      await agent.close()
    }
  },
}

const aStory = (account: ReturnType<typeof anAccount>, visitor = 'Ben Okoye') =>
  aChat({ account, visitor }).says('Do you have it in blue?').accepted().answers('One moment.').says('Thank you')

const together = (all: readonly DeskData[]): DeskData => ({
  ...noData(),
  chats: all.flatMap(({ chats }) => chats),
  events: all.flatMap(({ events }) => events),
})

async function opened(agent: AgentBrowser, shown = '[data-row]'): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const page = await agent.open('sidepanel.html')
    // The page's own clock starts with its navigation; the paint after the first row of the list ends it.
    const time = await page.evaluate(
      (selector) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (!document.querySelector(selector)) return
            watcher.disconnect()
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
          }
          const watcher = new MutationObserver(look)
          watcher.observe(document, { childList: true, subtree: true })
          look()
        }),
      shown,
    )
    if (round > 0) times.push(time)
    await page.close()
  }
  return median(times)
}

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { AccountRow } from '../../../extension/core/db.ts'
import { chromiumPath } from '../../support/browsers.ts'
import { type Desk, startDesk } from '../../support/desk.ts'
import { addAgent, type Credentials } from '../support/add-agent.ts'
import { type AgentBrowser, openAgentBrowser } from '../support/agent-browser.ts'
import type { TopologyOption } from '../support/topology.ts'
import { type AgentSide, deskOn } from './agent-side.ts'
import { endAllChats } from './log.ts'
import { type Network, openNetwork } from './network.ts'
import { openShop, type Shop } from './shop.ts'
import { type VisitorSide, visitorOn } from './visitor-side.ts'

/** What all tests of a worker share: starting it takes longer than a chat does. */
interface House {
  readonly server: Desk
  readonly shop: Shop
  readonly agentNetwork: Network
  readonly visitorNetwork: Network
  readonly agent: AgentBrowser
  readonly credentials: Credentials
  /** The real side panel of that browser. */
  readonly panel: Page
}

interface Scene {
  /** The page of a visitor who has come to the shop, and has not touched anything. */
  readonly visitor: VisitorSide
  /** The panel of the agent Ana, who has just signed in: no chats, nobody waiting. */
  readonly ana: AgentSide
  /** Begins a chat between the visitor Ada and Ana: "Hello" is said, both sides are open. */
  readonly chatting: () => Promise<void>
  /** The browser of another agent, Ben, with the panel open. */
  readonly ben: AgentSide & { readonly browser: AgentBrowser }
}

// Playwright reads from the parameter's pattern what a fixture needs; some need nothing.
/* biome-ignore-start lint/correctness/noEmptyPattern: so */
/** Both sides of a chat: a visitor in one browser, an agent with the built extension in another, and real servers between them. */
export const test = base.extend<Scene, House>({
  launchOptions: [
    { executablePath: chromiumPath(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
    { scope: 'worker' },
  ],
  server: [
    async ({}, use, { project }) => {
      // A worker belongs to one project, whatever scope the option has.
      const { topology } = project.use as Partial<TopologyOption>
      const server = await startDesk(topology ?? 'single')
      await use(server)
      await server.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  shop: [async ({ server }, use) => closing(await openShop(server.url), use), { scope: 'worker' }],
  agentNetwork: [async ({}, use) => closing(await openNetwork(), use), { scope: 'worker' }],
  visitorNetwork: [async ({}, use) => closing(await openNetwork(), use), { scope: 'worker' }],
  agent: [
    async ({ agentNetwork }, use) => closing(await openBrowser(agentNetwork.proxy), use),
    { scope: 'worker', timeout: 60_000 },
  ],
  credentials: [async ({ server }, use) => use(await addAgent(server, 'Ana')), { scope: 'worker' }],
  panel: [async ({ agent }, use) => use(await agent.openSidePanel()), { scope: 'worker', timeout: 60_000 }],

  proxy: async ({ visitorNetwork }, use) => use({ server: visitorNetwork.proxy }),
  visitor: async ({ page, shop }, use) => {
    await page.goto(shop.url)
    await use(visitorOn(page))
  },
  ana: async ({ agent, server, credentials, panel }, use) => {
    for (const page of agent.context.pages()) if (/(popup|window)\.html$/.test(page.url())) await page.close()
    for (const { id } of await agent.rows<AccountRow>('accounts'))
      await agent.command('remove-account', { accountId: id })
    await endAllChats(server, credentials)
    await agent.signIn(server, credentials)
    await panel.reload()
    await use(deskOn(panel))
  },
  chatting: async ({ visitor, ana }, use) => {
    await use(async () => {
      await visitor.ring('Ada', 'Hello')
      await ana.incoming.getByRole('button', { name: 'Accept' }).click()
      await expect(visitor.chat.getByText('Ana has joined the chat.')).toBeVisible()
      await expect(ana.message).toBeFocused()
    })
  },
  ben: async ({ server }, use) => {
    const browser = await openBrowser()
    const who = await addAgent(server, `Ben ${crypto.randomUUID().slice(0, 8)}`)
    await browser.signIn(server, who)
    await use({ ...deskOn(await browser.openSidePanel()), browser })
    await browser.close()
  },
})
/* biome-ignore-end lint/correctness/noEmptyPattern: so */
export const { expect } = test

const openBrowser = async (proxy?: string) =>
  openAgentBrowser(await mkdtemp(join(tmpdir(), 'deskbell-main-job-')), proxy)

async function closing<T extends { close(): unknown }>(thing: T, use: (thing: T) => Promise<void>): Promise<void> {
  await use(thing)
  await thing.close()
}

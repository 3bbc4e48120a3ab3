import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startServer, type TestServer } from '../../support/server.ts'
import { type AgentBrowser, openAgentBrowser } from './agent-browser.ts'

interface Fixtures {
  /** A real server, of this test alone. */
  readonly server: TestServer
  /** The agent's browser, not signed in. */
  readonly agent: AgentBrowser
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  server: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.remove()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  agent: async ({}, use) => {
    const agent = await openAgentBrowser(await mkdtemp(join(tmpdir(), 'deskbell-agent-')))
    await use(agent)
    await agent.close()
  },
})
export const { expect } = test

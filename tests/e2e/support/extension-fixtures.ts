import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { type Desk, startDesk, type Topology } from '../../support/desk.ts'
import { type AgentBrowser, openAgentBrowser } from './agent-browser.ts'
import type { TopologyOption } from './topology.ts'

interface Fixtures extends TopologyOption {
  /** A real server, or a cluster, of this test alone. */
  readonly server: Desk
  /** The agent's browser, not signed in. */
  readonly agent: AgentBrowser
  /** One more browser, of another agent or a second device. */
  readonly anotherAgent: AgentBrowser
  /** One more server. */
  readonly anotherServer: Desk
}

const aServer = async (topology: Topology, use: (server: Desk) => Promise<void>) => {
  const server = await startDesk(topology)
  await use(server)
  await server.remove()
}

const aBrowser = async (use: (agent: AgentBrowser) => Promise<void>) => {
  const agent = await openAgentBrowser(await mkdtemp(join(tmpdir(), 'deskbell-agent-')))
  await use(agent)
  await agent.close()
}

// Playwright reads from the parameter's pattern what a fixture needs; these need nothing.
/* biome-ignore-start lint/correctness/noEmptyPattern: so */
export const test = base.extend<Fixtures>({
  topology: ['single', { option: true }],
  server: ({ topology }, use) => aServer(topology, use),
  anotherServer: ({ topology }, use) => aServer(topology, use),
  agent: ({}, use) => aBrowser(use),
  anotherAgent: ({}, use) => aBrowser(use),
})
/* biome-ignore-end lint/correctness/noEmptyPattern: so */
export const { expect } = test

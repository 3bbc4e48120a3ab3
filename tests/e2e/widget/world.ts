import { createServer, type ServerResponse } from 'node:http'
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test'
import { type ApiClient, createApiClient } from '#shared/client/api-client.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { chromiumPath } from '../../support/browsers.ts'
import { startServer, type TestServer } from '../../support/server.ts'

/** An agent who answers through the same HTTP API as the extension. */
export interface Agent {
  readonly api: ApiClient
  /** The chat that a visitor of this name waits in. */
  chatOf(visitor: string): Promise<ChatId>
  accept(chatId: ChatId): Promise<void>
  say(chatId: ChatId, text: string): Promise<void>
  end(chatId: ChatId): Promise<void>
}

/**
 * Somebody else's web site, on another origin than the server, with the snippet in every page. A test browser's contexts
 * are incognito: a frame from another site has no storage there, only its partitioned cookie.
 */
export interface Site {
  readonly url: string
  page(options?: PageOptions): string
}

interface PageOptions {
  readonly config?: object
  readonly policy?: string
  readonly head?: string
  readonly body?: string
  readonly copies?: number
  readonly headers?: Record<string, string>
}

/** `site` is of another site than the server; `nearby` of the same one, on another port: its frames have storage. */
export const test = base.extend<{ agent: Agent; site: Site; nearby: Site }, { server: TestServer }>({
  launchOptions: [{ executablePath: chromiumPath(), args: ['--no-sandbox'] }, { scope: 'worker' }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  agent: async ({ server }, use) => use(await signInAgent(server)),
  site: ({ server }, use) => withSite(server, 'localhost', use),
  nearby: ({ server }, use) => withSite(server, '127.0.0.1', use),
})
export { expect }

async function signInAgent(server: TestServer): Promise<Agent> {
  const { token } = await createApiClient(server.url, fetch).signIn({
    body: { username: server.adminUsername, password: server.adminPassword },
  })
  const api = createApiClient(server.url, fetch, () => token)
  const clientId = () => crypto.randomUUID() as ClientId
  return {
    api,
    async chatOf(visitor) {
      let found: ChatId | undefined
      const look = async () => {
        const { chats } = await api.listChats({ query: { phase: 'waiting' } })
        found = chats.find((one) => one.visitor.name === visitor)?.chatId
        return found ?? ''
      }
      await expect.poll(look, { intervals: [30], message: `${visitor} waits` }).not.toBe('')
      return found as ChatId
    },
    accept: async (chatId) => void (await api.acceptChat({ params: { chatId }, body: { clientId: clientId() } })),
    say: async (chatId, text) =>
      void (await api.sendMessage({ params: { chatId }, body: { clientId: clientId(), text } })),
    end: async (chatId) => void (await api.endChat({ params: { chatId }, body: { clientId: clientId() } })),
  }
}

async function withSite(server: TestServer, hostname: string, use: (site: Site) => Promise<void>) {
  const pages: PageOptions[] = [{}]
  const host = createServer((request, response) => {
    const number = Number(/^\/(\d+)\//.exec(request.url ?? '')?.[1] ?? 0)
    if (request.url?.endsWith('.ico')) response.writeHead(204).end()
    else sendPage(response, server.url, request.url ?? '', pages[number] ?? {})
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => host.once('listening', resolve))
  const address = host.address()
  const url = `http://${hostname}:${typeof address === 'object' ? address?.port : ''}`
  await use({
    url,
    page(options = {}) {
      pages.push(options)
      return `${url}/${pages.length - 1}/`
    },
  })
  host.close()
  host.closeAllConnections()
}

function sendPage(response: ServerResponse, server: string, path: string, options: PageOptions) {
  const { config, policy, head = '', body = '', copies = 1, headers } = options
  const data = config ? ` data-config='${JSON.stringify(config)}'` : ''
  const snippet = `<script async src="${server}/widget.js"${data}></script>`
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    ...(policy && { 'content-security-policy': policy }),
    ...headers,
  })
  response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop ${path}</title>${head}</head><body><main><h1>The shop</h1><label>Search <input></label> <a href="./next">Next page</a>${body}</main>
${snippet.repeat(copies)}</body></html>`)
}

/** The visitor's side of a page. */
export function widgetOn(page: Page) {
  const chat: FrameLocator = page.frameLocator('iframe[title="Chat"]')
  const launcher = page.getByRole('button', { name: 'Contact us' })
  const message = chat.getByRole('textbox', { name: 'Message' })
  return {
    chat,
    launcher,
    message,
    async start(name: string, text: string) {
      await launcher.click()
      await chat.getByLabel('Your name').fill(name)
      await message.fill(text)
      await chat.getByRole('button', { name: 'Start chat' }).click()
    },
    async close() {
      await chat.getByRole('button', { name: 'Close' }).click()
    },
  }
}

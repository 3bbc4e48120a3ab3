import type { AccountRow, AlertRow, ChatRow } from '../../../extension/core/db.ts'
import { test as base, expect } from '../support/extension-fixtures.ts'
import { type FirefoxAgent, openFirefoxAgent } from '../support/firefox-agent.ts'
import { realtimeSockets } from '../support/realtime-sockets.ts'
import { aVisitorWaits } from '../support/visitor.ts'

const test = base.extend<{ firefox: FirefoxAgent }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  firefox: async ({}, use) => {
    const firefox = await openFirefoxAgent()
    await use(firefox)
    await firefox.close()
  },
})

test.beforeEach(async ({ firefox, server }) => {
  await firefox.open('options.html')
  await firefox.write('Server address', server.url)
  await firefox.write('Username', server.adminUsername)
  await firefox.write('Password', server.adminPassword)
  await firefox.press('Sign in')
  await expect.poll(async () => (await firefox.rows<AccountRow>('accounts'))[0]?.state).toBe('online')
})

test('A1: in Firefox the extension signs in, rings, accepts and answers', async ({ firefox, server }) => {
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Do you ship to Crete?')
  await expect.poll(firefox.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })
  const [account] = await firefox.rows<AccountRow>('accounts')
  // A headless Firefox closes every notification at once: this says that it took ours.
  const alerts = async () => (await firefox.rows<AlertRow>('alerts')).map(({ id }) => id)
  await expect.poll(alerts).toEqual([`request/${account?.id}/${visitor.chatId}`])

  await firefox.open('sidepanel.html')
  await firefox.press('Accept')
  await expect.poll(async () => (await firefox.rows<ChatRow>('chats'))[0]?.list).toBe('mine')
  await expect.poll(firefox.badge).toEqual({ text: '', title: 'Deskbell' })
  await firefox.write('Message', 'Yes, in three days.')
  await firefox.press('Send')
  await expect.poll(visitor.messages).toEqual(['visitor: Do you ship to Crete?', 'agent: Yes, in three days.'])
})

test('S5: Firefox’s background lives past 30 s, and is started again when it is killed', async ({
  firefox,
  server,
}) => {
  test.setTimeout(180_000)
  const { opened } = await realtimeSockets(server)
  const started = Date.now()
  await expect.poll(() => Date.now() - started, { timeout: 60_000, intervals: [5_000] }).toBeGreaterThan(40_000)
  expect(await firefox.background()).toBe('running')
  // Not died and started again: it is the same connection.
  expect(await realtimeSockets(server)).toEqual({ open: 1, opened })
  const visitor = await aVisitorWaits(server.url, 'Maria', 'Hello?')
  await expect.poll(firefox.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })

  await firefox.killBackground()
  expect(await firefox.background()).toBe('stopped')
  await visitor.write('Anybody?')
  const texts = async () =>
    (await firefox.rows<{ event: { text?: string } }>('events')).flatMap(({ event }) => event.text ?? [])
  await expect.poll(texts, { timeout: 60_000 }).toEqual(['Hello?', 'Anybody?'])
})

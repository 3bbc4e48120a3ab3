import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Deskbell } from '../../../widget/deskbell.d.ts'
import { root } from '../../support/server.ts'
import { setEveryone } from './everyone.ts'
import { type Agent, expect, test, widgetOn } from './world.ts'

/** A call of the page's, once the widget is there. */
const call = (page: Page, ...values: unknown[]) =>
  page.evaluate((all) => (window.Deskbell as unknown as (...values: unknown[]) => void)(...all), values)
const eventsOf = async (agent: Agent, chatId: ChatId) =>
  (await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })).events.map(({ event }) => event)
const textsOf = async (agent: Agent, chatId: ChatId) =>
  (await eventsOf(agent, chatId)).flatMap((event) => (event.type === 'message-sent' ? event.text : []))
const begun = async (agent: Agent, chatId: ChatId) => {
  const [first] = await eventsOf(agent, chatId)
  if (first?.type !== 'chat-requested') throw new Error('A chat begins with its request.')
  return first
}

test('W33: the documentation’s examples do as they are printed what it says', async ({ page, site, agent, server }) => {
  const docs = (await readFile(join(root, 'docs/javascript-api.md'), 'utf8')).replaceAll(
    'https://chat.example.com',
    server.url,
  )
  const printed = (kind: string) =>
    [...docs.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 'gs'))].map(([, it = '']) => it)
  const body = '<button id="help">Help</button> <button id="sign-out">Sign out</button>'
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(site.page({ head: printed('html').join(''), body, copies: 0 }))
  for (const script of printed('js')) await page.addScriptTag({ content: script })
  for (const script of printed('ts')) await page.addScriptTag({ content: stripTypeScriptTypes(script) })
  const { chat, launcher } = widgetOn(page)
  await expect(page.locator('deskbell-widget')).toHaveCount(1)

  await page.getByRole('button', { name: 'Help' }).click()
  await expect(chat.getByText('I have a question about my order')).toBeVisible()
  const id = await agent.chatOf('Mia')
  await expect.poll(() => textsOf(agent, id)).toEqual(['I have a question about my order'])
  const values = (await begun(agent, id)).fields?.map(({ key, value }) => [key, value])
  expect(Object.fromEntries(values ?? [])).toMatchObject({ orders: '3', cart: '249.00 EUR' })

  await agent.accept(id)
  await agent.say(id, 'Which one?')
  await expect.poll(() => said).toContain('Administrator: Which one?')
  await expect(page).toHaveTitle('Shop')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(launcher).toBeHidden()
  await expect.poll(() => page.context().cookies(server.url)).toEqual([])
  // Besides, the examples say only that the widget has loaded, where it has by then.
  expect(said.filter((line) => !/^(Administrator: .*|The widget has loaded\.)$/.test(line))).toEqual([])
  await agent.end(id)
})

test('W33: start fills in the form, writes into the chat and begins the next one; end goes by the group’s rule', async ({
  page,
  nearby,
  agent,
}) => {
  const said: string[] = []
  page.on('console', (message) => message.text().startsWith('Deskbell') && said.push(message.text()))
  const undo = await setEveryone(agent, { visitorMayEnd: 'never', reopenWithin: null })
  await page.goto(
    nearby.page({
      head: '<script>window.Deskbell = function () { (Deskbell.q = Deskbell.q || []).push(arguments) }</script>',
    }),
  )
  const { chat, message } = widgetOn(page)
  await call(page, 'start', 'Where is my parcel?')
  await expect(message).toHaveValue('Where is my parcel?')
  await chat.getByLabel('Your name').fill('Nils')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const id = await agent.chatOf('Nils')
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()

  await message.fill('What I was about to write')
  await call(page, 'start', 'It is number 4711')
  await expect.poll(() => textsOf(agent, id)).toEqual(['Where is my parcel?', 'It is number 4711'])
  await expect(message).toHaveValue('What I was about to write')
  await message.fill('')

  await call(page, 'end')
  await expect.poll(() => said.join()).toMatch(/Deskbell: the chat goes on\. .+/)
  await setEveryone(agent, { visitorMayEnd: 'always', reopenWithin: null })
  await call(page, 'end')
  await expect.poll(async () => (await eventsOf(agent, id)).at(-1)?.type).toBe('chat-ended')
  await expect(chat.getByRole('button', { name: 'New conversation' })).toBeVisible()

  await call(page, 'start', 'One thing more')
  const next = await agent.chatOf('Nils')
  expect(next).not.toBe(id)
  await expect.poll(async () => (await textsOf(agent, next)).join()).toContain('One thing more')
  expect(said).toHaveLength(1)
  await agent.accept(next)
  await agent.end(next)
  await undo()
})

test('W33, W31: shutdown forgets the visitor in every tab and on the server, and nothing runs until the page wants it', async ({
  page,
  context,
  nearby,
  agent,
  server,
}) => {
  const kept = async () => JSON.stringify(await context.storageState())
  const url = nearby.page()
  await page.goto(url)
  const { chat, launcher, start } = widgetOn(page)
  await start('Olga', 'My secret')
  const id = await agent.chatOf('Olga')
  const other = await context.newPage()
  await other.goto(url)
  await widgetOn(other).launcher.click()
  await expect(widgetOn(other).chat.getByText('My secret')).toBeVisible()
  await page.bringToFront()
  const [cookie] = await context.cookies(server.url)
  const session = () =>
    fetch(`${server.url}/api/visitor-session`, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } })
  expect((await session()).status).toBe(200)

  // The page is left at once, and the server is not reached: the next one does the rest.
  await context.route('**/api/visitor-session', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  )
  await call(page, 'shutdown')
  await expect(launcher).toBeHidden()
  await expect.poll(kept).not.toContain('Olga')
  expect((await session()).status).toBe(200)
  await context.unroute('**/api/visitor-session')
  await page.goto(`${url}next`)
  await expect(launcher).toBeVisible()
  await expect.poll(async () => (await session()).status).toBe(401)
  await expect.poll(() => context.cookies(server.url)).toEqual([])
  await expect(widgetOn(other).chat.getByText('My secret')).toHaveCount(0)
  await other.close()

  await call(page, 'shutdown')
  await expect(launcher).toBeHidden()
  await expect(page.getByTitle('Chat')).toHaveCount(0)
  await expect.poll(kept).not.toContain('deskbell')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.getByLabel('Search').pressSequentially('kettle')
  await page.evaluate(() => history.pushState(null, '', './elsewhere'))
  expect(requests).toEqual([])
  await call(page, 'open')
  await expect(chat.getByLabel('Your name')).toBeFocused()
  await agent.end(id).catch(() => {})
})

test('W32, W9r: on a site without page loads the chat stays, agents see each page, and a chat belongs to its page', async ({
  page,
  nearby,
  agent,
}) => {
  const groupId = randomUUID() as string as GroupId
  const { team } = await agent.api.listTeam({})
  const settings = { name: `Lamps ${groupId}`, settings: defaultGroupSettings, members: team.map(({ id }) => id) }
  await agent.api.saveGroup({ params: { groupId }, body: settings })
  await agent.api.renewPresence({ body: { idle: false } })
  await page.goto(nearby.page({ config: { rules: [{ page: '/*/lamps*', group: groupId }] } }))
  const { chat } = widgetOn(page)
  await call(page, 'identify', { name: 'Sara' })
  await page.evaluate(() => {
    history.pushState(null, '', `${location.pathname}lamps`)
    document.title = 'Lamps'
    window.Deskbell?.('start', 'Is it bright?')
  })
  const id = await agent.chatOf('Sara')
  expect((await begun(agent, id)).page).toMatchObject({ url: expect.stringMatching(/\/lamps$/), title: 'Lamps' })
  const { chats } = await agent.api.listChats({ query: { phase: 'waiting' } })
  expect(chats.find(({ chatId }) => chatId === id)?.group?.id).toBe(groupId)

  const seen = async () => {
    const { visitors } = await agent.api.listVisitors({ query: {} })
    return visitors.find(({ visitor }) => visitor.name === 'Sara')?.page.url.replace(/.*\/\d+\//, '')
  }
  const steps = {
    'lamps/7': () => history.pushState(null, '', `${location.pathname}/7`),
    'lamps/8': () => history.replaceState(null, '', `${location.pathname.slice(0, -1)}8`),
    'lamps/8#size': () => location.assign('#size'),
    lamps: () => history.go(-2),
  }
  for (const [where, step] of Object.entries(steps)) {
    await page.evaluate(step)
    await expect.poll(seen).toBe(where)
  }
  // As Turbo does it: another body, and its scripts again.
  await page.evaluate(() => {
    const body = document.createElement('body')
    for (const old of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
      const again = document.createElement('script')
      again.src = old.src
      body.append(again)
    }
    document.body.replaceWith(body)
  })
  await agent.accept(id)
  await expect(chat.getByText('has joined the chat')).toBeVisible()
  // Whoever throws the element itself away gets it back, with its chat.
  await page.evaluate(() => document.querySelector('deskbell-widget')?.remove())
  await agent.say(id, 'Very bright')
  await expect(chat.getByText('Very bright')).toBeVisible()
  await expect(page.locator('deskbell-widget')).toHaveCount(1)
  await agent.end(id)
})

test('W32: the snippet may come late, as a module, twice, and go again', async ({ page, nearby, server }) => {
  const src = `${server.url}/widget.js`
  const ways: Record<string, (src: string) => void> = {
    late(src) {
      const script = document.createElement('script')
      script.src = src
      script.onload = () => script.remove()
      document.body.append(script)
    },
    module(src) {
      const script = document.createElement('script')
      Object.assign(script, { src, type: 'module' })
      document.head.append(script)
    },
    twice(src) {
      for (const _ of [1, 2])
        document.body.append(Object.assign(document.createElement('script'), { src, async: true }))
    },
    disguised(src) {
      const form = Object.assign(document.createElement('form'), { name: 'currentScript' })
      document.body.append(form, Object.assign(document.createElement('script'), { src }))
    },
  }
  for (const [way, add] of Object.entries(ways)) {
    await page.goto(nearby.page({ copies: 0, config: {} }))
    await page.evaluate(add, src)
    const { chat, launcher } = widgetOn(page)
    await launcher.click()
    await expect(chat.getByLabel('Your name'), way).toBeFocused()
    await expect(page.locator('deskbell-widget'), way).toHaveCount(1)
    expect(await page.evaluate(() => (window.Deskbell as Deskbell).version), way).toBe('1')
    // Else the panel would be open on the next page, as it was on this one.
    await page.evaluate(() => sessionStorage.clear())
  }
})

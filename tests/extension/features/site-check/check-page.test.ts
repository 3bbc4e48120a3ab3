import { expect, test, vi } from 'vitest'
import type { PageFacts, SnippetTag } from '#shared/domain/site-check/page-facts.ts'
import { checkPage } from '../../../../extension/features/site-check/check-page.ts'
import { type Saved, savedState } from '../../../../extension/features/site-check/saved-state.ts'

const server = 'https://chat.example'
const tag = (more: Partial<SnippetTag> = {}): SnippetTag => ({
  src: `${server}/widget.js`,
  place: 'end',
  type: '',
  waits: false,
  nonce: null,
  integrity: false,
  config: null,
  widget: 'default',
  ...more,
})
const facts = (...tags: SnippetTag[]): PageFacts => ({
  url: 'https://shop.example/',
  policies: [],
  headersRead: true,
  tags,
  mentions: [],
  tagManagers: [],
  button: tags.length > 0,
})
const check = async (page: PageFacts, servers = [server], saved: Saved = async () => 'there') =>
  (await checkPage(page, servers, saved)).map(({ level, text }) => `${level}: ${text}`)

test('G6: of several servers the page is judged by its own', async () => {
  const other = 'https://other.example'
  const good = 'good: The snippet is there, once.'
  expect(await check(facts(tag()), [other, server])).toContain(good)
  expect(await check(facts(tag({ src: `${other}/widget.js` })), [other, server])).toContain(good)
  const elsewhere = await check(facts(tag({ src: 'https://third.example/widget.js' })), [other, server])
  expect(elsewhere.join()).toContain('The snippet comes from https://third.example, not from this server')
})

test('G6: another product’s widget.js is no snippet', async () => {
  const theirs = tag({ src: 'https://third.example/widget.js', widget: null })
  expect(await check({ ...facts(theirs), button: false })).toEqual([
    'problem: The snippet is not in this page. Paste it right before </body>.',
  ])
})

test('G6: a saved widget is looked for where the page would have it', async () => {
  const named = facts(tag({ widget: 'shop' }))
  const asked: string[] = []
  const saying =
    (state: 'there' | 'missing' | 'unknown'): Saved =>
    async (...of) => {
      asked.push(of.join(' '))
      return state
    }
  expect(await check(named, [server], saying('there'))).toContain('good: It names the saved widget shop.')
  expect((await check(named, [server], saying('missing'))).join()).toContain(
    'a widget shop, which this server does not',
  )
  const away = await check(named, [server], saying('unknown'))
  expect(away[0]).toBe(
    `problem: ${server} does not answer from here. While that is so, the button has its default settings, and chats wait.`,
  )
  expect(asked).toEqual([`${server} shop`, `${server} shop`, `${server} shop`])
})

test('G6: only what can be a name is asked for, and an answer is needed to say that it is missing', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    if (url.endsWith('/away.js')) throw new TypeError('Failed to fetch')
    return new Response(null, { status: url.endsWith('/shop.js') ? 200 : 404 })
  })
  const states = await Promise.all(
    ['shop', 'gone', 'away', '../a', '', 'x'.repeat(41)].map((one) => savedState(server, one)),
  )
  vi.unstubAllGlobals()
  expect(states).toEqual(['there', 'missing', 'unknown', 'missing', 'missing', 'missing'])
  expect(asked).toEqual(['shop', 'gone', 'away'].map((name) => `${server}/widget/saved/${name}.js`))
})

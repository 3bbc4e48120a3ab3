import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { readOpenPage } from '../../../../extension/features/site-check/read-open-page.ts'

const server = 'https://chat.example'
const snippet = `<script async src="${server}/widget.js" data-config='{"side":"left"}'></script>`
const url = 'https://shop.example/lamps'

/** The page with this in it, its scripts not run. */
const read = (html: string, policies: readonly string[] | null = []) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  // Nothing is drawn in this document: all of it counts as seen but what says that it is hidden.
  for (const element of page.querySelectorAll('*')) element.checkVisibility = () => !element.hasAttribute('hidden')
  return readOpenPage({ document: page, url, askPolicies: async () => policies })
}

beforeEach(() => {
  Reflect.set(HTMLElement.prototype, 'nonce', '')
})

test('G6: reads from the open page what its snippet says, and where it stands', async () => {
  const facts = await read(`<!doctype html><title>Lamps</title><body><h1>Lamps</h1>${snippet}</body>`)
  expect(facts).toEqual({
    url,
    policies: [],
    headersRead: true,
    tags: [
      {
        src: `${server}/widget.js`,
        place: 'end',
        type: '',
        waits: false,
        nonce: null,
        integrity: false,
        config: '{"side":"left"}',
        widget: null,
      },
    ],
    mentions: [],
    tagManagers: [],
    button: false,
  })
  const placeOf = async (html: string) => (await read(html)).tags.map(({ place }) => place)
  expect(await placeOf(`<head>${snippet}</head><body>Hi</body>`)).toEqual(['head'])
  expect(await placeOf(`<body>${snippet}<p>Hi</p></body>`)).toEqual(['body'])
  // A dialog that the page appended, and opens later.
  expect(await placeOf(`<body><p>Hi</p>${snippet}<div hidden></div><script>1</script></body>`)).toEqual(['end'])
})

test('G6: sees the button, the policies and the tools that put scripts in', async () => {
  const facts = await read(
    `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">
     <script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script><deskbell-widget></deskbell-widget>`,
    ["script-src 'self', default-src 'self'"],
  )
  expect(facts).toMatchObject({
    policies: ["script-src 'self', default-src 'self'", "frame-src 'none'"],
    tagManagers: ['Google Tag Manager'],
    button: true,
    headersRead: true,
  })
  expect(await read('<p>Hi', null)).toMatchObject({ policies: [], headersRead: false, button: false })
})

test('G6: the headers’ nonce is another answer’s: what counts is the one that the page’s scripts ran with', async () => {
  const page = `<script nonce="now">1</script><script nonce="old" src="${server}/widget.js" data-widget="shop"></script>`
  const nonces = new Map([
    ['now', 'now'],
    ['old', 'old'],
  ])
  Object.defineProperty(HTMLElement.prototype, 'nonce', {
    configurable: true,
    get(this: HTMLElement) {
      return nonces.get(this.getAttribute('nonce') ?? '') ?? ''
    },
  })
  const { policies, tags } = await read(page, ["script-src 'nonce-later' 'strict-dynamic'"])
  expect(policies).toEqual(["script-src 'nonce-now' 'strict-dynamic'"])
  expect(tags.map(({ nonce }) => nonce)).toEqual(['old'])
})

test('G6: knows where browsers pass over the snippet', async () => {
  expect(await read(`<body><!-- ${snippet} --></body>`)).toMatchObject({ tags: [], mentions: ['comment'] })
  expect(await read(`<body><template>${snippet}</template></body>`)).toMatchObject({ tags: [], mentions: ['template'] })
  expect(await read(`<body><script>load('${server}/widget.js')</script></body>`)).toMatchObject({
    tags: [],
    mentions: ['script'],
  })
})

test('G6: never breaks on a page, whatever is in it', async () => {
  const part = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      snippet,
      '<script src="javascript:1/widget.js"></script>',
      '<script src="//["></script>',
      '<script src="data:,/widget.js"></script>',
      '<form name="body"><input name="textContent">',
      '<img name="querySelectorAll">',
      '<template>',
      '<!--',
      '</body>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const { tags } = await read(`<body>${parts.join('')}`)
      for (const { src } of tags) expect(new URL(src).pathname).toMatch(/\/widget\.js$/)
    }),
    { numRuns: 100 },
  )
})

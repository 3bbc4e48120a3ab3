import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../server/features/site-check/read-html.ts'
import { readHtmlApart } from '../../../server/features/site-check/read-html-apart.ts'
import { refusalOf } from '../../support/refusals.ts'

const server = 'https://chat.example'
const snippet = `<script async src="${server}/widget.js" data-widget="default"></script>`
const read = (html: string) => readHtml(html, 'https://shop.example/lamps/', server)
/** For a thread to begin on a busy machine, ms. */
const patient = 60_000
const inBody = (html: string) => read(`<!doctype html><title>Shop</title><body><h1>Shop</h1>${html}</body></html>`)

describe('G6: reading a page’s HTML', () => {
  it('G6: finds the snippet, its place and all that it says', () => {
    expect(inBody(snippet).tags).toEqual([
      {
        src: `${server}/widget.js`,
        place: 'end',
        type: '',
        waits: false,
        nonce: null,
        integrity: false,
        config: null,
        widget: 'default',
      },
    ])
    const spelled = `<SCRIPT Type=Module NONCE=n integrity=sha256-x SRC='${server}/widget.js?v=1' data-config='{"texts":{"welcome":"&lt;b&gt; &amp;"}}'></SCRIPT>`
    expect(inBody(spelled).tags).toMatchObject([
      {
        type: 'module',
        waits: true,
        nonce: 'n',
        integrity: true,
        config: '{"texts":{"welcome":"<b> &"}}',
        widget: null,
      },
    ])
  })

  it('G6: tells the head, the middle of the page and its end apart', () => {
    const placeOf = (html: string) => read(html).tags.map(({ place }) => place)
    expect(placeOf(`<head>${snippet}</head><body>Hi</body>`)).toEqual(['head'])
    expect(placeOf(`<body>${snippet}<p>Hi</p></body>`)).toEqual(['body'])
    expect(placeOf(`<body>${snippet}Hi</body>`)).toEqual(['body'])
    expect(placeOf(`<body><p>Hi</p>${snippet}\n<script>1</script><!-- end --></body>`)).toEqual(['end'])
    expect(placeOf(`<body><div><p>Hi</p></div>${snippet}</body></html>`)).toEqual(['end'])
    expect(placeOf(`<body><p>Hi</p></body></html>${snippet}`)).toEqual(['end'])
  })

  it('G6: knows where browsers pass over it', () => {
    expect(inBody(`<!-- ${snippet} -->`)).toMatchObject({ tags: [], mentions: ['comment'] })
    expect(inBody(`<noscript>${snippet}</noscript>`)).toMatchObject({ tags: [], mentions: ['noscript'] })
    expect(inBody(`<template>${snippet}</template>`)).toMatchObject({ tags: [], mentions: ['template'] })
    expect(inBody(`<textarea>${snippet}</textarea><title>${snippet}</title>`)).toMatchObject({ tags: [], mentions: [] })
    expect(inBody(`<script>const code = '${server}/widget.js'</script>`)).toMatchObject({
      tags: [],
      mentions: ['script'],
    })
    expect(inBody(`<p title='${snippet.replaceAll("'", '')}'>`).tags).toEqual([])
  })

  it('G6: takes no other product’s widget.js for ours', () => {
    expect(inBody('<script src="https://other.example/widget.js"></script>').tags).toEqual([])
    expect(inBody('<script src="https://other.example/widget.js" data-widget="default"></script>').tags).toHaveLength(1)
    expect(inBody(`<script src="${server}/widget.js"></script>`).tags).toHaveLength(1)
    expect(inBody(`<script src="${server}/other.js" data-widget="default"></script>`).tags).toEqual([])
  })

  it('G6: follows the page’s base, and finds its policies and its tag manager', () => {
    const { tags, policies, tagManagers } = read(
      `<base href="${server}/"><meta http-equiv=Content-Security-Policy content="script-src 'self'"><script src="widget.js"></script>
       <script>(function(w){/* https://www.googletagmanager.com/gtm.js */})(window)</script>`,
    )
    expect(tags.map(({ src }) => src)).toEqual([`${server}/widget.js`])
    expect([policies, tagManagers]).toEqual([["script-src 'self'"], ['Google Tag Manager']])
  })

  it('G6: never breaks, and never finds what is not there, whatever the HTML is', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<',
        '</',
        '<script',
        '<script src=',
        '">',
        "'",
        '<!--',
        '-->',
        '<![CDATA[',
        '<template>',
        '<svg><script href=x />',
        '<noscript>',
        '</body>',
        '<frameset>',
        '<plaintext>',
        '<base href="javascript:1">',
        '<base href="http://[">',
        '<script data-widget src="//["></script>',
        '<script data-config src="data:,/widget.js"></script>',
        '<meta http-equiv=content-security-policy>',
        '<select><script>',
        '<table><b>',
        '\0',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { tags } = read(parts.join(''))
        for (const { src } of tags) expect(new URL(src).pathname).toMatch(/\/widget\.js$/)
      }),
      { numRuns: 300 },
    )
  })

  it('G6: finds the snippet behind anything that does not swallow it', () => {
    const before = fc.array(
      fc.constantFrom(
        '<div>',
        '</p>',
        '<b>',
        '</b>',
        '<p>',
        '<table>',
        '</table>',
        '&amp',
        '<br/>',
        'text',
        '</nonsense>',
        '<a href="x'.concat('">'),
        '<!-- c -->',
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(before, (parts) => {
        expect(read(`<body>${parts.join('')}${snippet}</body>`).tags).toHaveLength(1)
      }),
    )
  })

  it('G6: reads in its own thread, in the page’s encoding', async () => {
    const html = Buffer.from(
      `<meta charset=iso-8859-1><p>H\xfctte</p><script src="${server}/widget.js" data-config='{"texts":{"welcome":"Gr\xfc\xdfe"}}'></script>`,
      'latin1',
    )
    const { tags } = await readHtmlApart(
      { bytes: html, type: 'text/html', url: 'https://shop.example/', server },
      patient,
    )
    expect(tags).toMatchObject([{ config: '{"texts":{"welcome":"Grüße"}}' }])
  })

  it('G6: gives up on a page that is built to take hours, and goes on with others meanwhile', async () => {
    // Whatever is bold stays so in each block that follows: under a megabyte of HTML makes hundreds of millions of elements.
    const bold = Array.from({ length: 20_000 }, (_, index) => `<b c=${index}>`).join('')
    const endless = Buffer.from(`<div>${bold}</div>${'<div>x</div>'.repeat(50_000)}`)
    expect(endless.length).toBeLessThan(1024 * 1024)
    const page = (bytes: Buffer) => ({ bytes, type: 'text/html', url: 'https://shop.example/', server })
    const given = refusalOf(readHtmlApart(page(endless), 500))
    let turns = 0
    const turning = setInterval(() => turns++, 5)
    const { code, message } = await given
    clearInterval(turning)
    expect([code, message]).toEqual(['page-not-reached', expect.stringContaining('takes too long to read')])
    expect(turns).toBeGreaterThan(5)
    expect((await readHtmlApart(page(Buffer.from(snippet)), patient)).tags).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError, createApiClient } from '#shared/client/api-client.ts'
import type { Caller } from '../../../server/features/caller.ts'
import { checkSite } from '../../../server/features/site-check/check-site.ts'
import { siteCheckHandlers } from '../../../server/features/site-check/site-check-handlers.ts'
import { refusalOf } from '../../support/refusals.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { aSite, html, reachHere } from './a-site.ts'

const server = 'https://chat.example'
const snippet = (named: string) => `<script async src="${server}/widget.js" data-widget="${named}"></script>`
const parts = { reach: reachHere(), isSaved: async (name: string) => name === 'shop' }

describe('G6: Check my site', () => {
  it('G6: fetches the page, reads it, and says what it finds', async () => {
    await using site = await aSite((request, response) =>
      request.url === '/old'
        ? response.writeHead(301, { location: `http://www.shop.example:${site.port}/` }).end()
        : html(`<!doctype html><title>Shop</title><body><h1>Shop</h1>${snippet('shop')}</body>`, {
            'content-security-policy': "default-src 'self'",
          })(request, response),
    )
    const { page, findings } = await checkSite(site.urlOf('shop.example', '/old'), server, parts)
    expect(page).toBe(site.urlOf('www.shop.example'))
    const beside = expect.stringContaining('beside its default-src')
    expect(findings).toEqual([
      { level: 'note', text: `The address leads on to ${page}: that page is what this is about.` },
      { level: 'good', text: 'The snippet is there, once.' },
      { level: 'good', text: 'It stands right before </body>.' },
      { level: 'good', text: 'It names the saved widget shop.' },
      { level: 'problem', text: beside, code: `script-src 'self' ${server}` },
      { level: 'problem', text: beside, code: `frame-src 'self' ${server}` },
    ])
  })

  it('G6: says of an error page, and of one that is too long, that it is one', async () => {
    await using site = await aSite((_, response) =>
      response
        .writeHead(503, { 'content-type': 'text/html' })
        .end(`<p>Away</p>${'x'.repeat(1_100_000)}${snippet('gone')}`),
    )
    const { findings } = await checkSite(site.urlOf('shop.example'), server, parts)
    expect(findings.slice(0, 3).map(({ text }) => text)).toEqual([
      'The page answers with 503: it may be another one than visitors see.',
      'The page is longer than a megabyte. Only that much of it was read.',
      'The snippet is not in this page. Paste it right before </body>.',
    ])
  })

  it('G6: gives nothing of the page back but what its snippet says', async () => {
    await using site = await aSite(
      html('<title>Secret 4711</title><p>Secret 4711</p><script>const key = "4711"</script>'),
    )
    expect(JSON.stringify(await checkSite(site.urlOf('shop.example'), server, parts))).not.toContain('4711')
  })

  it('G6: anybody may check twenty pages in a quarter of an hour, two at once', async () => {
    await using site = await aSite(html(snippet('default')))
    const { checkSite: check } = siteCheckHandlers(parts)
    const body = { page: site.urlOf('shop.example'), server }
    const by = (address: string): Caller => ({ address, userAgent: '', now: 0, presented: null })
    const [first, second, third] = await Promise.allSettled([1, 2, 3].map(() => check({ body }, by('192.0.2.1'))))
    expect([first, second].map((one) => one?.status)).toEqual(['fulfilled', 'fulfilled'])
    expect(third?.status === 'rejected' && third.reason.refusal).toMatchObject({
      code: 'too-many-requests',
      retryAfter: 5,
    })
    for (let asked = 3; asked < 20; asked++)
      await check({ body: { ...body, page: site.urlOf('none.invalid') } }, by('192.0.2.1')).catch(() => {})
    expect(await refusalOf(check({ body }, by('192.0.2.1')))).toMatchObject({ code: 'too-many-requests' })
    expect((await check({ body }, by('192.0.2.2'))).findings[0]?.text).toBe('The snippet is there, once.')
  })
})

describe('G6: Check my site on a running server', () => {
  let running: TestServer
  beforeAll(async () => {
    running = await startServer()
  })
  afterAll(() => running.remove())

  it('G6: its guard lets nothing on this machine be read, and only addresses of the web be asked for', async () => {
    const api = createApiClient(running.url, fetch)
    const check = (page: string) =>
      api.checkSite({ body: { page, server: running.url } }).then(
        () => null,
        (error: unknown) => (error instanceof ApiError ? error.refusal : error),
      )
    expect(await check(running.url)).toMatchObject({
      code: 'page-not-reached',
      message: expect.stringContaining('is not an address of the public internet'),
    })
    expect(await check('http://localhost/')).toMatchObject({ code: 'page-not-reached' })
    for (const page of ['file:///etc/passwd', 'javascript:1', 'shop', '', `https://shop.example/${'x'.repeat(2_000)}`])
      expect(await check(page), page).toMatchObject({ code: 'invalid-request' })
  })
})

import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fetchPage } from '../../../server/features/site-check/fetch-page.ts'
import { reachPublic } from '../../../server/features/site-check/reach-public.ts'
import { refusalOf } from '../../support/refusals.ts'
import { aSite, html, reachHere } from './a-site.ts'

const reasonOf = async (call: Promise<unknown>) => {
  const { code, message } = await refusalOf(call)
  expect(code).toBe('page-not-reached')
  return message
}

describe('G6: fetching a page to check', () => {
  it('G6: gives the page, its policies, and where its redirects ended', async () => {
    await using site = await aSite((request, response) =>
      request.url === '/old'
        ? response.writeHead(302, { location: '/new?a=1#there' }).end()
        : html('<p>Hi', { 'content-security-policy': ["default-src 'self'", "script-src 'none'"] })(request, response),
    )
    const page = await fetchPage(site.urlOf('shop.example', '/old'), reachHere())
    expect(page).toMatchObject({ url: site.urlOf('shop.example', '/new?a=1'), status: 200, isCut: false })
    expect(page.bytes.toString()).toBe('<p>Hi')
    expect(page.policies).toEqual(["default-src 'self'", "script-src 'none'"])
    expect(site.asked).toEqual([`shop.example:${site.port}/old`, `shop.example:${site.port}/new?a=1`])
  })

  it('G6: connects to nothing inside, however the address is written, and says so', async () => {
    const inside = [
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::1]/',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://017700000001/',
      'http://127.1/',
      'http://0/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://[64:ff9b::7f00:1]/',
      'http://169.254.169.254/latest/meta-data/',
      'http://10.1.2.3/',
      'http://192.168.0.1:8080/',
      'http://100.64.0.1/',
      'http://[fd00::1]/',
      'http://1.1.1.1:22/',
      'http://1.1.1.1:6379/',
      'http://①②⑦.⓪.⓪.①/',
    ]
    for (const address of inside)
      expect(await reasonOf(fetchPage(address, reachPublic)), address).toMatch(
        /not an address of the public|no address for/,
      )
  })

  it('G6: refuses a name of which even one address is inside', async () => {
    await using site = await aSite(html('inside'))
    const resolve = async () => ['93.184.216.34', '10.0.0.1']
    expect(await reasonOf(fetchPage('http://shop.example/', { ...reachPublic, resolve }))).toMatch(/not an address/)
    const mixed = reachHere({ resolve: async () => ['127.0.0.1', '127.0.0.2'] })
    expect(await reasonOf(fetchPage(site.urlOf('shop.example'), mixed))).toMatch(/not an address/)
    expect(site.asked).toEqual([])
  })

  it('G6: looks a name up once, and connects to what was checked, so that it cannot mean something else then', async () => {
    await using site = await aSite(html('public'))
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.66'])
    const page = await fetchPage(site.urlOf('rebinding.example'), reachHere({ resolve }))
    expect([page.bytes.toString(), asked]).toEqual(['public', 1])
    // The name of its own, which no resolver of this machine knows, went along.
    expect(site.asked).toEqual([`rebinding.example:${site.port}/`])
  })

  it('G6: checks each redirect anew, and follows three', async () => {
    const elsewhere = [
      'http://127.0.0.2/',
      'http://[::1]/',
      '//10.0.0.1/',
      'file:///etc/passwd',
      'gopher://shop.example/',
      'http://',
    ]
    for (const location of elsewhere) {
      await using site = await aSite((_, response) => response.writeHead(302, { location }).end())
      const reason = await reasonOf(fetchPage(site.urlOf('shop.example'), reachHere()))
      expect(reason, location).toMatch(/not an address of the public|which is no web page|something that is no address/)
      expect(site.asked).toHaveLength(1)
    }
    await using round = await aSite((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) html('arrived')(request, response)
      else response.writeHead(307, { location: `/${left - 1}` }).end()
    })
    expect((await fetchPage(round.urlOf('shop.example', '/3'), reachHere())).bytes.toString()).toBe('arrived')
    expect(await reasonOf(fetchPage(round.urlOf('shop.example', '/4'), reachHere()))).toMatch(/more than 3 times/)
  })

  it('G6: reads a megabyte and no more, also of what is packed small', async () => {
    const long = Buffer.alloc(30_000_000, 'a')
    const packed = { gzip: gzipSync(long), br: brotliCompressSync(long) }
    for (const [encoding, bytes] of Object.entries(packed)) {
      await using site = await aSite((_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(bytes),
      )
      const page = await fetchPage(site.urlOf('shop.example'), reachHere())
      expect([page.bytes.length, page.isCut]).toEqual([1024 * 1024, true])
    }
    await using endless = await aSite((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = () => {
        while (response.write(long.subarray(0, 65_536)));
        response.once('drain', more)
      }
      more()
    })
    const page = await fetchPage(endless.urlOf('shop.example'), reachHere())
    expect([page.bytes.length, page.isCut]).toEqual([1024 * 1024, true])
  })

  it('G6: waits no longer than it was told to, for a name, for an answer or for its end', async () => {
    await using silent = await aSite(() => {})
    await using slow = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    )
    const patience = 300
    const calls = [
      fetchPage('http://shop.example/', reachHere({ patience, resolve: () => new Promise(() => {}) })),
      fetchPage(silent.urlOf('shop.example'), reachHere({ patience })),
      fetchPage(slow.urlOf('shop.example'), reachHere({ patience })),
    ]
    for (const reason of await Promise.all(calls.map(reasonOf)))
      expect(reason).toMatch(/did not answer within 0.3 seconds/)
  })

  it('G6: says in words what is no page, and what cannot be reached', async () => {
    await using image = await aSite(html('', { 'content-type': 'image/png' }))
    await using broken = await aSite(html('not packed', { 'content-encoding': 'gzip' }))
    await using gone = await aSite(html(''))
    const { port } = gone
    await gone[Symbol.asyncDispose]().catch(() => {})
    expect(await reasonOf(fetchPage(image.urlOf('shop.example'), reachHere()))).toMatch(/no web page but image\/png/)
    expect(await reasonOf(fetchPage(broken.urlOf('shop.example'), reachHere()))).toMatch(/could not be unpacked/)
    expect(await reasonOf(fetchPage(`http://shop.example:${port}/`, reachHere()))).toMatch(/Nothing answers at/)
    expect(await reasonOf(fetchPage('http://nowhere.invalid/', reachHere()))).toMatch(/no address for nowhere.invalid/)
    expect(await reasonOf(fetchPage(image.urlOf('shop.example').replace('http', 'https'), reachHere()))).toMatch(
      /certificate|could not be reached/,
    )
  })

  it('G6: takes no credentials along', async () => {
    const headers: unknown[] = []
    await using site = await aSite((request, response) => {
      headers.push(request.headers.authorization, request.headers.cookie)
      html('')(request, response)
    })
    const page = await fetchPage(`http://user:secret@shop.example:${site.port}/#top`, reachHere())
    expect([headers, page.url]).toEqual([[undefined, undefined], site.urlOf('shop.example')])
  })

  it('G6: no address that anybody can write reaches this machine', async () => {
    await using site = await aSite(html('inside'))
    const piece = fc.constantFrom(
      '127.0.0.1',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0x7f000001',
      '127.1',
      '017700000001',
      '[::ffff:7f00:1]',
      '127.0.0.1.',
      '%31%32%37.0.0.1',
      '[::]',
      '0.0.0.0',
    )
    const before = fc.constantFrom('', 'user@', 'shop.example@', 'a:b@', 'shop.example%23@')
    const scheme = fc.constantFrom('http://', 'https://', 'http:', 'HTTP:\\\\', 'http:///')
    await fc.assert(
      fc.asyncProperty(scheme, before, piece, async (scheme, before, host) => {
        const url = URL.parse(`${scheme}${before}${host}:${site.port}/`)
        if (!url) return
        // Every port counts as usual here: what refuses is the address.
        const anyPort = { ...reachPublic, mayConnect: (address: string) => reachPublic.mayConnect(address, 80) }
        await reasonOf(fetchPage(url.href, anyPort))
      }),
      { numRuns: 200 },
    )
    expect(site.asked).toEqual([])
  })
})

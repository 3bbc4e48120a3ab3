import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFiles } from '../../../server/http/files/serve-files.ts'
import { type HttpServer, listen } from '../../../server/http/http-server.ts'
import { rawGet } from '../../support/raw-request.ts'

const script = `/* ${'deskbell '.repeat(200)} */`
const built = {
  'widget/widget.js': script,
  'widget/widget.d.ts': 'interface Deskbell {}',
  'widget/frame.html': '<!doctype html><title>Chat</title>',
  'widget/assets/boot-TlIkhnZm.js': script,
  'widget/assets/elements.js': script,
  'widget/.hidden.js': 'hidden',
  'widget/notes.md': 'no type of ours',
  'site/index.html': '<!doctype html><title>Deskbell</title>',
  'site/demo/index.html': '<!doctype html><title>Shop</title>',
  'site/demo/lamp.png': 'png',
  'extension/deskbell-chrome.zip': 'PK chrome',
  'extension/chrome-mv3/manifest.json': '{}',
}

describe('built files', () => {
  let folder: string
  let dist: string
  let server: HttpServer
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskbell-files-'))
    dist = join(folder, 'dist')
    for (const [path, text] of Object.entries(built)) await write(join(dist, path), text)
    await write(join(folder, 'secret.js'), 'secret')
    const files = serveFiles(dist, () => ({ own: ['https://chat.example.com'], connect: ['wss://chat.example.com'] }))
    server = await listen('127.0.0.1', 0, {
      fetch: (_, env) => files((env as HttpBindings).incoming),
      upgrade: () => false,
      onError: (error) => {
        throw error
      },
    })
  })
  afterAll(async () => {
    await server.stop(0)
    await rm(folder, { recursive: true })
  })
  const write = async (path: string, text: string) => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  const fetchPath = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${server.address.port}${path}`, { headers, method, redirect: 'manual' })

  it('are served with their types, folders by their index', async () => {
    const types: Record<string, string> = {
      '/': 'text/html; charset=utf-8',
      '/demo/': 'text/html; charset=utf-8',
      '/demo/lamp.png': 'image/png',
      '/widget.js': 'text/javascript; charset=utf-8',
      '/widget.d.ts': 'text/plain; charset=utf-8',
      '/widget/frame.html': 'text/html; charset=utf-8',
      '/downloads/deskbell-chrome.zip': 'application/zip',
    }
    for (const [path, type] of Object.entries(types)) {
      const response = await fetchPath(path)
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
    const folderWithoutSlash = await fetchPath('/demo')
    expect([folderWithoutSlash.status, folderWithoutSlash.headers.get('location')]).toEqual([301, '/demo/'])
  })

  it('W32: the loader and the frame can be loaded by any page, however it isolates itself', async () => {
    for (const path of ['/widget.js', '/widget.d.ts', '/widget/frame.html', '/widget/assets/boot-TlIkhnZm.js']) {
      const { headers } = await fetchPath(path)
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(headers.get('access-control-allow-origin')).toBe('*')
    }
    const { headers } = await fetchPath('/widget/frame.html')
    expect(headers.get('origin-agent-cluster')).toBe('?1')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    const policy = headers.get('content-security-policy')
    // In a sandboxed page, which has no origin, WebKit takes nothing for 'self'.
    const own = "'self' https://chat.example.com"
    expect(policy).toContain(`default-src 'none'; script-src ${own}; style-src ${own};`)
    expect(policy).toContain(`connect-src ${own} wss://chat.example.com;`)
    expect(policy).not.toContain('frame-ancestors')
    expect(policy).not.toContain('unsafe')
  })

  it('our own pages are framed by ourselves alone and run only our own scripts', async () => {
    for (const path of ['/', '/demo/']) {
      const policy = (await fetchPath(path)).headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'; script-src 'self'")
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('may be kept for ever when their name changes with them, else are asked for again', async () => {
    const cached = async (path: string) => (await fetchPath(path)).headers.get('cache-control')
    expect(await cached('/widget/assets/boot-TlIkhnZm.js')).toBe('public, max-age=31536000, immutable')
    expect(await cached('/widget/assets/elements.js')).toBe('no-cache')
    expect(await cached('/widget/frame.html')).toBe('no-cache')
    expect(await cached('/widget.js')).toBe('public, max-age=300, stale-while-revalidate=86400')
  })

  it('travel compressed as the client wants, and the same either way', async () => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes }
    const wanted = {
      'br, gzip': 'br',
      'gzip, deflate': 'gzip',
      'br;q=0, gzip': 'gzip',
      '': 'none',
      identity: 'none',
    } as const
    for (const [accept, encoding] of Object.entries(wanted)) {
      const { headers, bytes } = await asSent(`http://127.0.0.1:${server.address.port}/widget.js`, accept)
      expect(headers['content-encoding'] ?? 'none').toBe(encoding)
      expect(headers.vary).toBe('accept-encoding')
      expect(unpack[encoding](bytes).toString()).toBe(script)
      if (encoding !== 'none') expect(bytes.length).toBeLessThan(script.length / 4)
    }
    expect(
      (await asSent(`http://127.0.0.1:${server.address.port}/demo/lamp.png`, 'br')).headers['content-encoding'],
    ).toBeUndefined()
  })

  it('are not sent again to who has them, and are when built anew', async () => {
    const first = await fetchPath('/widget.js')
    const etag = first.headers.get('etag') ?? ''
    const again = await fetchPath('/widget.js', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await fetchPath('/widget.js', { 'if-none-match': '"other"' })).status).toBe(200)

    await writeFile(join(dist, 'widget/widget.js'), '/* new */')
    await utimes(join(dist, 'widget/widget.js'), new Date(), new Date(Date.now() + 10_000))
    const anew = await fetchPath('/widget.js', { 'if-none-match': etag })
    expect([anew.status, await anew.text()]).toEqual([200, '/* new */'])
    await writeFile(join(dist, 'widget/widget.js'), script)
  })

  it('can be asked about without being sent, and cannot be written', async () => {
    const head = await fetchPath('/widget.js', {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await fetchPath('/widget.js', {}, method)).status).toBe(405)
  })

  it('downloads are the packed extensions alone', async () => {
    expect((await fetchPath('/downloads/deskbell-chrome.zip')).headers.get('content-disposition')).toBe(
      'attachment; filename="deskbell-chrome.zip"',
    )
    for (const path of ['/downloads/', '/downloads/chrome-mv3/manifest.json', '/downloads/chrome-mv3/']) {
      expect((await fetchPath(path)).status, path).toBe(404)
    }
  })

  it('of other types, and hidden ones, are not there', async () => {
    for (const path of ['/widget/notes.md', '/widget/.hidden.js', '/nothing', '/widget/']) {
      expect((await fetchPath(path)).status, path).toBe(404)
    }
  })

  it('end where their folders end, in whatever spelling somebody asks', async () => {
    const hostile = [
      '/../secret.js',
      '/widget/../../secret.js',
      '/widget/..%2f..%2fsecret.js',
      '/widget/%2e%2e/%2e%2e/secret.js',
      '/widget/%2e%2e%2f%2e%2e%2fsecret.js',
      '/widget/..\\..\\secret.js',
      '/widget/..%5c..%5csecret.js',
      '/widget/%252e%252e/%252e%252e/secret.js',
      '/widget//../../secret.js',
      '/widget/%c0%ae%c0%ae/secret.js',
      '/widget/frame.html%00.js',
      '/downloads/../../secret.js',
      '//secret.js',
      `/widget/${dist}/../secret.js`,
      'http://localhost/../secret.js',
    ]
    for (const target of hostile) {
      const { status, body } = await rawGet(server.address.port, target)
      expect([target, [301, 400, 404].includes(status)]).toEqual([target, true])
      expect(body).not.toBe('secret')
    }
  })

  it('never give away anything else, nor break, whatever path is asked for', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '..%2f',
        '%5c',
        '\\',
        '%00',
        '%',
        '%zz',
        'widget',
        'secret.js',
        'site',
        '~',
        '?',
        '#',
        ';',
        ' '.trim(),
        '.hidden.js',
      ),
      fc.stringMatching(/^[\x21-\x7e\x80-\xff]{1,20}$/),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const { status, body } = await rawGet(server.address.port, `/${pieces.join('/')}`)
        expect([200, 301, 400, 404]).toContain(status)
        if (status === 200) expect(Object.values(built)).toContain(Buffer.from(body, 'latin1').toString())
        expect(body).not.toMatch(/^(secret|hidden)$/)
      }),
      { numRuns: 500 },
    )
  })

  it('that are links to elsewhere are not followed', async () => {
    await symlink(join(folder, 'secret.js'), join(dist, 'widget/link.js'))
    expect((await fetchPath('/widget/link.js')).status).toBe(404)
  })

  it('that were not built yet are spoken of in a sentence', async () => {
    await rm(join(dist, 'site'), { recursive: true })
    const response = await fetchPath('/demo/')
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')])
    expect((await fetchPath('/widget.js')).status).toBe(200)
  })
})

/** The bytes as they came, which `fetch` would unpack. */
async function asSent(url: string, accept: string): Promise<{ headers: IncomingMessage['headers']; bytes: Buffer }> {
  const response = await new Promise<IncomingMessage>((resolve) =>
    get(url, { headers: { 'accept-encoding': accept } }, resolve),
  )
  return { headers: response.headers, bytes: Buffer.concat(await response.toArray()) }
}

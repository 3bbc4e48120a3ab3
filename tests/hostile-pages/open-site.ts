import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { root } from '../support/server.ts'
import { hostilePages } from './hostile-pages.ts'
import { program, renderedByReact } from './serve-program.ts'

/** A web site of hostile pages, on another site than the server whose snippet they carry. */
export interface HostileSite {
  /** The first of two pages that are hostile in this way; a link leads to the other. `bare`: without the snippet. */
  page(name: string, options?: { readonly bare?: boolean }): string
  close(): void
}

/** @param server where the snippet's script comes from, such as `http://127.0.0.1:4400` */
export async function openHostileSite(server: string): Promise<HostileSite> {
  const host = createServer(async (request, response) => {
    const answer = await answerTo(new URL(request.url ?? '/', `http://${request.headers.host}`), server)
    response.writeHead(answer ? 200 : 204, answer?.headers).end(answer?.body)
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  const address = host.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    page: (name, { bare } = {}) => `http://localhost:${address.port}/${name}/${bare ? '?bare' : ''}`,
    close() {
      host.close()
      host.closeAllConnections()
    },
  }
}

const folder = join(import.meta.dirname, 'pages')
const preact = join(root, 'node_modules/preact')
const scriptHeaders = { 'content-type': 'text/javascript' }
const isModule = /^\/preact(\/(?:[a-z]+\/)?dist\/[a-z]+\.mjs)$/

async function answerTo({ origin, pathname, search }: URL, server: string) {
  const script = pathname === '/overrides.js' ? join(folder, 'overrides.js') : moduleAt(pathname)
  if (script) return { headers: scriptHeaders, body: await readFile(script, 'utf8') }
  const [, name = '', rest = ''] = pathname.split('/')
  if (name === 'program') return { headers: scriptHeaders, body: await program(rest.replace('.js', '')) }
  const page = hostilePages[name]
  if (!page) return null
  const { document = name, type = 'text/html; charset=utf-8', headers, nonce, config, react } = page
  const attributes = [
    'async="async"',
    `src="${server}/widget.js"`,
    ...(nonce ? [`nonce="${nonce}"`] : []),
    ...(config ? [`data-config='${JSON.stringify(config)}'`] : []),
  ]
  const title = rest === 'next' ? 'Prices' : 'Lamps'
  const next = `${origin}/${name}/next`
  const snippet = search === '?bare' ? '' : `<script ${attributes.join(' ')}></script>`
  const values: Readonly<Record<string, string>> = {
    name,
    title,
    search,
    snippet,
    'snippet-encoded': encodeURIComponent(snippet).replaceAll("'", '%27'),
    elsewhere: `${server}/elsewhere/`,
    shop: shop(title, next),
    ...(react && (await renderedByReact(react, { title, next, snippet: snippet && `${server}/widget.js` }))),
  }
  const text = await readFile(join(folder, `${document}.html`), 'utf8')
  return {
    // Hosts that keep the browser from guessing, as most do.
    headers: { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers?.(server) },
    body: text.replaceAll(/\{\{([\w-]+)\}\}/g, (_, key: string) => values[key] ?? ''),
  }
}

const moduleAt = (pathname: string) => {
  const [, path] = isModule.exec(pathname) ?? []
  return path && join(preact, path)
}

/** What every page shows, and what must not move. No spaces between: a page may compare it with what it makes itself. */
const shop = (title: string, next: string) =>
  [
    `<main><h1>${title}</h1><p>Lamps for every room.</p>`,
    '<p><label>Search <input type="search" /></label></p>',
    `<p><a href="${next}">Next page</a></p></main>`,
  ].join('')

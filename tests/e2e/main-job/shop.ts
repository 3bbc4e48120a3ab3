import { once } from 'node:events'
import { createServer } from 'node:http'

/** Somebody else's web site, on another site than the server: two pages with the snippet, a link from one to the other, a search field. */
export interface Shop {
  readonly url: string
  /** The first page with these settings in its snippet, for instance `{ language: 'ar' }`. */
  withSettings(settings: object): string
  close(): void
}

/** @param serverUrl where the snippet's script comes from, such as `http://127.0.0.1:4400` */
export async function openShop(serverUrl: string): Promise<Shop> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page(serverUrl, pathname, searchParams.get('settings') ?? '{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  const url = `http://localhost:${address.port}/`
  return {
    url,
    withSettings: (settings) => `${url}?settings=${encodeURIComponent(JSON.stringify(settings))}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const page = (serverUrl: string, pathname: string, settings: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pathname === '/' ? 'Lamps' : 'Prices'}</title>
<main>
<h1>${pathname === '/' ? 'Lamps' : 'Prices'}</h1>
<p><a href="/prices">Prices</a></p>
<p><label>Search <input type="search"></label></p>
</main>
<script async src="${serverUrl}/widget.js" data-config='${settings}'></script>
</html>`

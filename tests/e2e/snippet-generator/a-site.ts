import { once } from 'node:events'
import { createServer } from 'node:http'

interface Site extends AsyncDisposable {
  /** Its first page. */
  readonly url: string
}

/**
 * A site of somebody else: another origin than the server's.
 * @param files what stands at each path; scripts end with `js`, all else is HTML
 * @param policy sent with every answer
 */
export async function aSite(files: Readonly<Record<string, string>>, policy?: string): Promise<Site> {
  const site = createServer(({ url = '/' }, response) => {
    const body = files[url]
    response.writeHead(body === undefined ? 204 : 200, {
      'content-type': url.endsWith('js') ? 'text/javascript' : 'text/html; charset=utf-8',
      ...(policy && { 'content-security-policy': policy }),
    })
    response.end(body)
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const address = site.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
    },
  }
}

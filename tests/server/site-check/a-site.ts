import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Reach } from '../../../server/features/site-check/fetch-page.ts'

/** A site on this machine that answers as it is told to, under any name. */
export async function aSite(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    /** Host and path of each request. */
    asked,
    urlOf: (host: string, path = '/') => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** As the real one, but that names ending in `.example` are on this machine, and may be connected to there. */
export const reachHere = (more: Partial<Reach> = {}): Reach => ({
  resolve: async (host) => (host.endsWith('.example') ? ['127.0.0.1'] : []),
  mayConnect: (address) => address === '127.0.0.1',
  patience: 5_000,
  ...more,
})

export const html =
  (body: string, headers: Record<string, string | string[]> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)

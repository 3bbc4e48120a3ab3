import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerOptions, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import { refuse } from '#shared/contract/refusals.ts'
import { answerRefusal, brokenServer } from './answer.ts'

export interface HttpParts {
  readonly fetch: Parameters<typeof getRequestListener>[0]
  /** Takes a socket that wants to become a WebSocket; false when it is none of its own. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  readonly onError: (error: unknown) => void
}

export interface HttpServer {
  /** Where it listens; the port that was chosen when 0 was asked for. */
  readonly address: AddressInfo
  /** Takes no new connections, lets running requests finish within `patience` ms, then ends what is left. */
  stop(patience: number): Promise<void>
}

/**
 * Listens, and answers also what never becomes a request. Rejects when it cannot listen there.
 * @param patience ms
 */
export async function listen(
  host: string,
  port: number,
  parts: HttpParts,
  patience: Pick<ServerOptions, keyof typeof timeouts> = timeouts,
): Promise<HttpServer> {
  const answer = getRequestListener(parts.fetch, {
    errorHandler: (error) => {
      if (error instanceof RequestError) return answerRefusal(refuse('invalid-request', `${error.message}.`))
      parts.onError(error)
      return answerRefusal(brokenServer)
    },
  })
  let stopping = false
  const server = createServer(patience, (request, response) => {
    response.setHeader('x-request-id', randomUUID())
    if (stopping) response.setHeader('connection', 'close')
    answer(request, response).catch(parts.onError)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {})
    if (!parts.upgrade(request, socket, head)) socket.end(raw(404, 'There is no WebSocket at this address.'))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Browsers open connections ahead of need. A word on one that was never used would be taken for the answer to the first
    // request on it, should that be on its way just now; one that closes without a word makes them send it again.
    const isUnused = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && (socket as Socket).bytesRead === 0
    if (isUnused || !socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const isLong = error.code === 'HPE_HEADER_OVERFLOW'
    socket.end(isLong ? raw(431, 'The headers are too long.') : raw(400, 'This is not a request that HTTP knows.'))
  })
  server.listen(port, host)
  await once(server, 'listening')

  return {
    address: server.address() as AddressInfo,
    async stop(patience) {
      stopping = true
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(force)
    },
  }
}

/** ms. A client that needs longer than this to say what it wants is not one of ours. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
}

function raw(status: number, message: string): string {
  const body = JSON.stringify(refuse(status === 404 ? 'not-found' : 'invalid-request', message))
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

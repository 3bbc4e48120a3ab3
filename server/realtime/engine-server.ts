import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Engine } from './engine/engine.ts'

/** An HTTP server that serves nothing but an engine, for a process of its own. Not yet listening. */
export function engineServer(engine: Pick<Engine, 'handleUpgrade' | 'handleHttp' | 'stats'>): Server {
  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/healthz') return Response.json(engine.stats())
    return engine.handleHttp(request)
  })
  const server = createServer((request, response) => void listener(request, response))
  server.on('upgrade', (request, socket, head) => {
    if (!engine.handleUpgrade(request, socket, head)) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    }
  })
  return server
}

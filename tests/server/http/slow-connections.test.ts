import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, listen } from '../../../server/http/http-server.ts'
import { rawRequest } from '../../support/raw-request.ts'

/** ms */
const soon = 50

describe('connections that do not say what they want in time', () => {
  let server: HttpServer
  beforeAll(async () => {
    const parts = { fetch: () => new Response('here'), upgrade: () => false, onError: () => {} }
    const patience = { headersTimeout: soon, requestTimeout: soon, keepAliveTimeout: soon }
    server = await listen('127.0.0.1', 0, parts, { ...patience, connectionsCheckingInterval: soon })
  })
  afterAll(() => server.stop(0))

  // A browser's connection ahead of need: it would take a word for the answer to its first request, a message of a visitor, say.
  it('S8: one that was never used is closed without a word', async () => {
    const socket = connect(server.address.port, '127.0.0.1')
    const heard: Buffer[] = []
    socket.on('data', (bytes) => heard.push(bytes))
    await once(socket, 'close')
    expect(heard).toEqual([])
  })

  it('one that began to say something is told that it was nothing', async () => {
    const { status } = await rawRequest(server.address.port, 'POST /api/session HTTP/1.1\r\nHost: x\r\n')
    expect(status).toBe(400)
  })
})

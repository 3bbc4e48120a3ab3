import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../../support/raw-request.ts'
import { startServer, type TestServer } from '../../support/server.ts'

describe('what is not even HTTP', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  }, 60_000)
  afterAll(() => server.remove())

  it.each([
    ['no request', 'hello\r\n\r\n', 400],
    ['another protocol', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), 400],
    ['a method that is none', 'G@T / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}', 400],
    [
      'a length and pieces',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
      400,
    ],
    ['pieces that are none', 'POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
    ['no host', 'GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', 'GET /api/session HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`, 431],
    ['a header with a line feed in it', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\nc\r\n\r\n', 400],
  ])('%s is refused with a status', async (_, bytes, status) => {
    expect((await rawRequest(server.port, bytes)).status).toBe(status)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('a body that ends too early changes nothing, and is no error of the server', async () => {
    const { status } = await rawRequest(
      server.port,
      'POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{}   ',
    )
    expect(status).toBe(400)
  })

  it('a socket that asks for another protocol, or at another address, is turned away', async () => {
    const upgrade = (path: string, to: string) =>
      rawRequest(
        server.port,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
    expect((await upgrade('/socket', 'websocket')).status).toBe(404)
    expect((await upgrade('/app/key', 'h2c')).status).toBe(400)
  })

  it('any bytes at all leave it serving, and its log without an error', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
      fc
        .string({ unit: 'binary' })
        .map((text) =>
          Buffer.from(`POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${text}\r\n\r\n`, 'latin1'),
        ),
    )
    const ended = fc.constantFrom('\r\n\r\n', '\r\n0\r\n\r\n\u0000\r\n\r\n')
    await fc.assert(
      fc.asyncProperty(bytes, ended, async (start, end) => {
        // Without a whole first line the server waits for it; these bytes end it.
        const { status } = await rawRequest(server.port, Buffer.concat([start, Buffer.from(`${end}x y z\r\n\r\n`)]))
        expect(status === 0 || (status >= 400 && status < 500)).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    expect(server.log()).not.toMatch(/"level":(50|60)/)
  })
})

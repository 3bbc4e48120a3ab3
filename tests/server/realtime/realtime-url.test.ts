import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRealtimeUrl } from '../../../server/realtime/realtime-url.ts'

test('an address names the engine, the app and its secret', () => {
  expect(parseRealtimeUrl('http://key:secret@127.0.0.1:6001/apps/deskbell')).toEqual({
    appId: 'deskbell',
    key: 'key',
    secret: 'secret',
    host: '127.0.0.1',
    port: 6001,
    tls: false,
    client: { host: '127.0.0.1', port: 6001, tls: false },
  })
})

test('hosted Pusher takes sockets at another host, and the port follows from the scheme', () => {
  expect(parseRealtimeUrl('https://key:s%2Fcret@api-eu.pusher.com/apps/1')).toMatchObject({
    secret: 's/cret',
    port: 443,
    tls: true,
    client: { host: 'ws-eu.pusher.com', port: 443, tls: true },
  })
})

test('browsers may reach the engine at another address than the server does', () => {
  const { host, client } = parseRealtimeUrl('http://k:s@engine:6001/apps/1?client=wss://live.example.com')
  expect([host, client]).toEqual(['engine', { host: 'live.example.com', port: 443, tls: true }])
})

test.each([
  ['', 'is not an address'],
  ['nonsense', 'is not an address'],
  ['ws://key:hidden@host/apps/1', 'http:// or https://'],
  ['http://host:6001/apps/1', 'no key and secret'],
  ['http://key@host:6001/apps/1', 'no key and secret'],
  ['http://key:hidden@host:6001', '/apps/ID'],
  ['http://key:hidden@host:6001/apps/', '/apps/ID'],
  ['http://key:hidden@host:6001/apps/1/2', '/apps/ID'],
  ['http://key:hidden@host:6001/apps/1?cluster=eu', '"client"'],
  ['http://key:hidden@host:6001/apps/1?client=http://x', 'ws://HOST:PORT'],
  ['http://key:hidden%@host:6001/apps/1', 'encodes nothing'],
])('%s is refused in one sentence without its secret', (text, why) => {
  expect(() => parseRealtimeUrl(text)).toThrow(why)
  expect(() => parseRealtimeUrl(text)).not.toThrow('hidden')
  expect(() => parseRealtimeUrl(text)).toThrow(/^DESKBELL_REALTIME_URL .*\.$/)
})

test('no text makes it throw anything but that sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })), (text) => {
      expect(() => parseRealtimeUrl(text)).toThrow(/^DESKBELL_REALTIME_URL /)
    }),
    { numRuns: 1_000 },
  )
})

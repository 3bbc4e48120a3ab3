import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type RunningEngine, testApp } from './running-engine.ts'

/** A TCP connection that has become a WebSocket by hand; what comes after is up to the test. It never ends its side. */
export async function connectTcp({ port }: RunningEngine): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  socket.write(
    [
      `GET /app/${testApp.key}?protocol=7 HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  )
  await once(socket, 'data')
  return socket
}

/** A WebSocket frame from a client, masked with zeroes. `opcode`: 1 text, 2 binary, 8 close. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const length = payload.byteLength
  const header =
    length < 126 ? [0x80 | opcode, 0x80 | length] : [0x80 | opcode, 0x80 | 126, (length >> 8) & 0xff, length & 0xff]
  return Buffer.concat([Buffer.from(header), Buffer.alloc(4), payload])
}

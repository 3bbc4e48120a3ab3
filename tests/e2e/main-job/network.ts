import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/** The way of one browser to everything else, which can be cut: as if somebody pulled the cable. */
export interface Network {
  /** For the browser: `socks5://127.0.0.1:…`. */
  readonly proxy: string
  /** Breaks every connection, and lets none be made. */
  cut(): void
  mend(): void
  close(): void
}

/**
 * A SOCKS 5 proxy without sign-in.
 * @param names names that only this network knows, and the local port that each leads to
 * @see https://www.rfc-editor.org/rfc/rfc1928
 */
export async function openNetwork(names: Readonly<Record<string, number>> = {}): Promise<Network> {
  const sockets = new Set<Socket>()
  let isCut = false
  const hold = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer((socket) => {
    if (isCut) return socket.destroy()
    hold(socket)
    carry(socket, (port, host) => hold(names[host] ? dial(names[host], '127.0.0.1') : dial(port, host))).catch(() =>
      socket.destroy(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    proxy: `socks5://127.0.0.1:${address.port}`,
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
    close() {
      server.close()
      breakAll()
    },
  }
}

const accepted = Buffer.from([5, 0])
const connected = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])

async function carry(socket: Socket, open: (port: number, host: string) => Socket): Promise<void> {
  await once(socket, 'data')
  socket.write(accepted)
  const [request] = (await once(socket, 'data')) as [Buffer]
  const { host, port } = targetOf(request)
  const target = open(port, host)
  await once(target, 'connect')
  socket.write(connected)
  socket.pipe(target).pipe(socket)
  socket.on('close', () => target.destroy())
  target.on('close', () => socket.destroy())
}

/** Version, command, reserved, kind of address (1: IPv4, 3: name), address, port. */
function targetOf(request: Buffer): { host: string; port: number } {
  const port = request.readUInt16BE(request.length - 2)
  const address = request.subarray(4, -2)
  if (request[3] === 3) return { host: address.subarray(1).toString(), port }
  return { host: address.join('.'), port }
}

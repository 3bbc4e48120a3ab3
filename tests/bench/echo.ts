import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { DatabaseTarget } from '../support/databases.ts'
import { pinnedNode } from '../support/server.ts'

/** A raw WebSocket echo with one durable commit, in a process of its own. */
export async function startEcho(target: DatabaseTarget) {
  const script = new URL('echo-server.ts', import.meta.url).pathname
  const child = spawn(pinnedNode, [script, JSON.stringify(target)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  const socket = new WebSocket(`ws://127.0.0.1:${Number(String(port))}`)
  await once(socket, 'open')
  return {
    /** There and back, in ms. */
    async roundTrip(text: string): Promise<number> {
      const started = performance.now()
      socket.send(text)
      await once(socket, 'message')
      return performance.now() - started
    },
    async stop() {
      socket.terminate()
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

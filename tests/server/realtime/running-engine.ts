import { once } from 'node:events'
import Pusher from 'pusher'
import { onTestFinished } from 'vitest'
import type { App } from '../../../server/realtime/engine/app.ts'
import { createEngine, type Engine, type EngineOptions } from '../../../server/realtime/engine/engine.ts'
import { engineServer } from '../../../server/realtime/engine-server.ts'
import { parseRealtimeUrl, type RealtimeTarget } from '../../../server/realtime/realtime-url.ts'

export const testApp: App = { id: '4400', key: 'test-key', secret: 'test-secret' }

export interface RunningEngine {
  readonly engine: Engine
  readonly port: number
  /** The official server library, pointed at the engine. */
  readonly library: Pusher
  readonly target: RealtimeTarget
  /** New connections and requests go to this engine from now on; the first one is left to be closed. */
  readonly replaceBy: (next: Engine) => void
}

/** An engine on a free port, with the official server library beside it; stopped when the test is over. */
export async function runEngine(options: Partial<EngineOptions> = {}): Promise<RunningEngine> {
  const engine = createEngine({ app: testApp, ...options })
  let current = engine
  const server = engineServer({
    handleUpgrade: (request, socket, head) => current.handleUpgrade(request, socket, head),
    handleHttp: (request) => current.handleHttp(request),
    stats: () => current.stats(),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  onTestFinished(async () => {
    await Promise.all([engine.close(), current.close()])
    server.close()
    server.closeAllConnections()
  })
  const { id, key, secret } = testApp
  return {
    engine,
    port,
    library: new Pusher({
      appId: id,
      key,
      secret,
      host: '127.0.0.1',
      port: String(port),
      encryptionMasterKeyBase64: Buffer.alloc(32, 7).toString('base64'),
    }),
    target: parseRealtimeUrl(`http://${key}:${secret}@127.0.0.1:${port}/apps/${id}`),
    replaceBy: (next) => {
      current = next
    },
  }
}

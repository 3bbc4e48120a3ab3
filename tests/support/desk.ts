import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { freshDatabase } from './postgres.ts'
import { advanceClock, freePort, launchNode, type ServerOptions, startServer, type TestServer } from './server.ts'

/** `single`: one process on SQLite with the engine in it. `cluster`: two processes on PostgreSQL, the engine in a third. */
export type Topology = 'single' | 'cluster'

/** What a test talks to: visitors reach it at `url`, agents at `agentUrl`, which is another process in a cluster. */
export interface Desk extends TestServer {
  readonly agentUrl: string
}

export async function startDesk(topology: Topology, options: DeskOptions = {}): Promise<Desk> {
  return topology === 'cluster' ? startCluster(options) : startSingle(options)
}

/** For every process of it. */
type DeskOptions = Pick<ServerOptions, 'env' | 'movableClock'>

async function startSingle(options: DeskOptions): Promise<Desk> {
  const server = await startServer(options)
  return { ...server, agentUrl: server.url }
}

async function startCluster(asked: DeskOptions): Promise<Desk> {
  const database = await freshDatabase()
  // Each has to know the other's address before it starts.
  const port = await freePort()
  const engine = await startEngine(`http://127.0.0.1:${port}/api/realtime/webhook`, asked)
  const env = { ...asked.env, DESKBELL_REALTIME_URL: engine.url }
  const options = { ...asked, databaseUrl: database.url, env }
  const visitors = await startServer({ ...options, port })
  const agents = await startServer(options)
  const both = (act: (server: TestServer) => Promise<unknown>) => Promise.all([act(visitors), act(agents)])
  return {
    ...visitors,
    agentUrl: agents.url,
    log: () => visitors.log() + agents.log(),
    said: () => visitors.said() + agents.said(),
    async advance(ms) {
      await both((server) => server.advance(ms))
      await engine.advance(ms)
    },
    async stop() {
      const [code] = await Promise.all([visitors.stop(), agents.stop()])
      return code
    },
    kill9: async () => void (await both((server) => server.kill9())),
    restart: async () => void (await both((server) => server.restart())),
    async remove() {
      await both((server) => server.remove())
      await engine.stop()
      await database.remove()
    },
  }
}

/**
 * Our engine alone, as a server with DESKBELL_REALTIME_URL finds it.
 * @param webhookUrl where it tells who is gone
 */
async function startEngine(webhookUrl: string, { movableClock = false }: DeskOptions) {
  const port = await freePort()
  const app = { id: 'desk', key: 'desk-key', secret: 'desk-secret' }
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    REALTIME_APP_ID: app.id,
    REALTIME_APP_KEY: app.key,
    REALTIME_APP_SECRET: app.secret,
    REALTIME_WEBHOOK_URL: webhookUrl,
  }
  const child = launchNode('server/realtime/engine-main.ts', env, { movableClock }, 'inherit')
  await listening(child)
  return {
    url: `http://${app.key}:${app.secret}@127.0.0.1:${port}/apps/${app.id}`,
    advance: (ms: number) => advanceClock(child, ms),
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Resolves with its first line: that it listens. */
async function listening(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The realtime engine ended with ${code} before it listened.`)
  })
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended])
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseTarget } from './databases.ts'

export interface ServerOptions {
  /** A PostgreSQL to use; without it, SQLite in a folder of its own. */
  readonly databaseUrl?: string
  /** One that is free; without it, any such. */
  readonly port?: number
  /** Its clock can be moved forward, with `advance`. */
  readonly movableClock?: boolean
  /** More settings, or others. */
  readonly env?: Readonly<Record<string, string>>
}

/** A real server in a process of its own, on a free port that it keeps over restarts. */
export interface TestServer {
  readonly url: string
  readonly port: number
  /** What it stores in, for a test that looks into it while it runs. */
  readonly database: DatabaseTarget
  readonly adminUsername: string
  readonly adminPassword: string
  /** Everything that it wrote so far, over all its lives: the JSON log, and what it said to the person. */
  readonly log: () => string
  readonly said: () => string
  /** Moves its clock forward, ms. Refuses unless it was started with one that moves. */
  advance(ms: number): Promise<void>
  /** SIGTERM; gives the exit code. The data stays. */
  stop(): Promise<number | null>
  /** As a power cut would end it. The data stays. */
  kill9(): Promise<void>
  /** On the same port and data, after stop or kill9; ends a running one with SIGTERM first. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export const root = join(import.meta.dirname, '../..')
/** The Node that package.json pins. Its `node` command is a launcher script, and a signal must reach the server itself. */
export const pinnedNode = join(root, 'node_modules/node/bin/node')

/** Starts `server/main.ts` and waits until it is ready. Refuses, with what the server said, when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-server-'))
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const admin = { username: 'admin', password: 'correct horse battery' }
  const env = {
    ...environmentWithoutSettings(),
    PORT: String(port),
    DESKBELL_DATA: join(folder, 'data'),
    DESKBELL_ADMIN_USERNAME: admin.username,
    DESKBELL_ADMIN_PASSWORD: admin.password,
    ...(options.databaseUrl && { DESKBELL_DATABASE_URL: options.databaseUrl }),
    ...options.env,
  }
  let log = ''
  let said = ''
  let child = launch()

  function launch() {
    const started = launchNode('server/main.ts', env, options)
    started.stdout?.on('data', (chunk) => {
      log += chunk
    })
    started.stderr?.on('data', (chunk) => {
      said += chunk
    })
    return started
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (hasEnded(child)) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }

  await untilReady(url, child, () => said)
  return {
    url,
    port,
    database: options.databaseUrl
      ? { kind: 'postgres', url: options.databaseUrl }
      : { kind: 'sqlite', folder: env.DESKBELL_DATA },
    adminUsername: admin.username,
    adminPassword: admin.password,
    log: () => log,
    said: () => said,
    advance: (ms) => advanceClock(child, ms),
    stop: () => end('SIGTERM'),
    kill9: async () => void (await end('SIGKILL')),
    async restart() {
      await end('SIGTERM')
      child = launch()
      await untilReady(url, child, () => said)
    },
    async remove() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A program of the project in a process of its own, whose clock can be moved where a test wants that. */
export const launchNode = (
  file: string,
  env: NodeJS.ProcessEnv,
  { movableClock = false },
  stderr: 'pipe' | 'inherit' = 'pipe',
): ChildProcess =>
  spawn(pinnedNode, [...(movableClock ? ['--import', movableClockUrl] : []), file], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', stderr, ...(movableClock ? (['ipc'] as const) : [])],
  })
const movableClockUrl = new URL('movable-clock.ts', import.meta.url).href

export async function advanceClock(child: ChildProcess, ms: number): Promise<void> {
  if (!child.connected) throw new Error('The clock of this process cannot be moved.')
  const moved = once(child, 'message')
  child.send(ms)
  await moved
}

/** Runs `server/main.ts` with these settings until it ends by itself; for those that must refuse to start. */
export async function runServer(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const child = spawn(pinnedNode, ['server/main.ts'], {
    cwd: root,
    env: { ...environmentWithoutSettings(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  return { code, said }
}

/** What the test run itself was given must not become the server's settings. */
const environmentWithoutSettings = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^DESKBELL_|^(PORT|HOST|NODE_OPTIONS)$/.test(name)),
  )

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!hasEnded(child) && Date.now() < deadline) {
    const response = await fetch(`${url}/readyz`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  if (!hasEnded(child)) child.kill('SIGKILL')
  throw new Error(`The server did not become ready. It said:\n${said()}`)
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

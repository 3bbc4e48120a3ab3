import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { findPostgres } from '../../scripts/machine/find-program.mjs'

export type PostgresCluster = {
  /** The URL of the cluster's maintenance database, as a role that may create databases. */
  url: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of its own on a free loopback port, in a new folder under the system's temporary one.
 * fsync stays on: what the tests prove about durability must hold for a real database.
 * Refuses when no PostgreSQL is installed, and says how to get one.
 */
export async function startPostgres(): Promise<PostgresCluster> {
  const bin = findPostgres()
  if (!bin)
    throw new Error(
      'No PostgreSQL found to test against. `npm test` brings one; or set POSTGRES_BIN to the folder of initdb.',
    )
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-postgres-'))
  const guard = guardOver(folder)
  try {
    const account = unprivilegedAccount()
    const password = randomBytes(16).toString('hex')
    await writeFile(join(folder, 'password'), password)
    if (account) for (const path of [folder, join(folder, 'password')]) await chown(path, account.uid, account.gid)
    const port = await freePort()
    await initialise({ bin, folder, account, guard })
    await launch({ bin, folder, account, guard }, port)
    return { url: `postgres://deskbell:${password}@127.0.0.1:${port}/postgres`, stop: () => dismiss(guard) }
  } catch (error) {
    await dismiss(guard)
    throw error
  }
}

type Guard = ChildProcessByStdio<Writable, null, null>
type Place = { bin: string; folder: string; account: Account | undefined; guard: Guard }
type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so as root it runs as its own account, or as nobody. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) =>
      Number(spawnSync('id', [option, name]).stdout.toString().trim() || Number.NaN),
    )
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL will not run as root, and there is no account postgres or nobody to run it as.')
}

async function initialise(place: Place): Promise<void> {
  const login = ['--username=deskbell', '--auth=scram-sha-256', `--pwfile=${join(place.folder, 'password')}`]
  const initdb = start(place, 'initdb', [...login, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'])
  const said = collect(initdb)
  const [code] = await once(initdb, 'close')
  if (code !== 0) throw new Error(`initdb failed with ${code}:\n${said()}`)
}

/** Resolves when the server takes connections. */
async function launch(place: Place, port: number): Promise<void> {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = start(place, 'postgres', ['-p', String(port), ...options])
  const said = collect(server)
  await new Promise<void>((ready, failed) => {
    server.once('exit', (code) => failed(new Error(`PostgreSQL stopped while starting, with ${code}:\n${said()}`)))
    server.stderr.on('data', () => {
      if (said().includes('database system is ready to accept connections')) ready()
    })
  })
}

function start({ bin, folder, account, guard }: Place, program: string, args: string[]) {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  // A group of its own: what stops the run's group must not cut the database off before the guard ends it in order.
  const options = { cwd: folder, stdio, detached: true, ...account }
  const child = spawn(join(bin, program), ['-D', join(folder, 'data'), ...args], options)
  guard.stdin.write(`started ${child.pid}\n`)
  child.once('exit', () => guard.stdin.writable && guard.stdin.write(`ended ${child.pid}\n`))
  return child
}

/** Ends what works in the folder and removes it: when it is dismissed, and also when this process is killed before. */
function guardOver(folder: string): Guard {
  const script = fileURLToPath(new URL('postgres-guard.ts', import.meta.url))
  return spawn(process.execPath, [script, folder], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] })
}

async function dismiss(guard: Guard): Promise<void> {
  guard.stdin.end()
  if (guard.exitCode === null) await once(guard, 'exit')
}

function collect(child: ChildProcessByStdio<null, Readable, Readable>): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text = (text + chunk).slice(-8_000)
    })
  }
  return () => text
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const account = unprivilegedAccount()
  const password = randomBytes(16).toString('hex')
  await writeFile(join(folder, 'password'), password)
  if (account) for (const path of [folder, join(folder, 'password')]) await chown(path, account.uid, account.gid)
  const port = await freePort()
  try {
    await initialise(bin, folder, account)
    const server = await launch(bin, folder, port, account)
    const guard = guardOver(server, folder)
    return {
      url: `postgres://deskbell:${password}@127.0.0.1:${port}/postgres`,
      stop: () => stop(server, guard),
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

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

async function initialise(bin: string, folder: string, account: Account | undefined): Promise<void> {
  const options = ['--username=deskbell', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']
  const initdb = spawn(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...options, ...locale], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  })
  const said = collect(initdb)
  const [code] = await once(initdb, 'close')
  if (code !== 0) throw new Error(`initdb failed with ${code}:\n${said()}`)
}

async function launch(bin: string, folder: string, port: number, account: Account | undefined): Promise<ChildProcess> {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  })
  const said = collect(server)
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.once('exit', (code) => failed(new Error(`PostgreSQL stopped while starting, with ${code}:\n${said()}`)))
    server.stderr?.on('data', () => {
      if (said().includes('database system is ready to accept connections')) ready()
    })
  })
  return server
}

/** Removes the folder in the end, and ends the server too when this process is killed before it could. */
function guardOver(server: ChildProcess, folder: string): ChildProcess {
  const script = fileURLToPath(new URL('postgres-guard.ts', import.meta.url))
  const args = [script, String(server.pid), folder]
  return spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'ignore', 'inherit'] })
}

async function stop(server: ChildProcess, guard: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients that forgot to leave.
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  guard.stdin?.end()
  await once(guard, 'exit')
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const add = (chunk: Buffer) => {
    text = (text + chunk).slice(-8_000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
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

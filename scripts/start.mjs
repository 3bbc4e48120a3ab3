// `npm start` on any Node from 20 on: brings what is missing, builds what is stale, then serves on the pinned Node.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildWhatIsStale } from './build.mjs'
import { ROOT } from './machine/cache.mjs'
import { installDependencies, PINNED_NODE } from './machine/install-dependencies.mjs'
import { pathWithOurPrograms, stopEverything } from './machine/run.mjs'

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {NodeJS.Signals | undefined} */
let askedToStop

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.on(signal, () => {
    askedToStop = signal
    if (server) server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    else void stopEverything().then(() => process.exit(128 + constants.signals[signal]))
  })
}

try {
  await installDependencies(console.log)
  await buildWhatIsStale(console.log)
  serve()
} catch (error) {
  if (!askedToStop) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

function serve() {
  if (askedToStop) return
  // A group of its own: Ctrl-C in a terminal reaches the server once, through us, and not a second time from the terminal.
  const options = {
    cwd: ROOT,
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: pathWithOurPrograms(process.env) },
  }
  server = spawn(PINNED_NODE, ['server/main.ts', ...process.argv.slice(2)], {
    ...options,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  server.once('error', (error) => {
    console.error(`The server could not be started: ${error.message}`)
    process.exitCode = 1
  })
  server.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

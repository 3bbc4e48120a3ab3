// `npm run pictures`: takes the pictures in docs/pictures again, from a real chat. Commit what it writes after looking at it.
import { constants } from 'node:os'
import { buildWhatIsStale } from './build.mjs'
import { installDependencies } from './machine/install-dependencies.mjs'
import { installPrograms } from './machine/install-programs.mjs'
import { run, stopEverything } from './machine/run.mjs'

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.on(signal, () => void stopEverything().then(() => process.exit(128 + constants.signals[signal])))
}

await installDependencies(console.log)
for (const problem of await installPrograms(console.log)) console.error(problem)
await buildWhatIsStale(console.log)
const { ok } = await run(['node', 'tests/e2e/pictures/main.ts'], { live: true, minutes: 10 })
process.exitCode = ok ? 0 : 1

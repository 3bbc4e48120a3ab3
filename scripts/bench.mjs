// `npm run bench` on any Node from 20 on: brings and builds what the measurements need, then runs them on the pinned Node.
// `npm run bench -- composer --out figures.json` runs those whose name contains a word, and keeps the figures in a file too.
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
const { ok } = await run(['node', 'tests/bench/main.ts', ...process.argv.slice(2)], { live: true, minutes: 30 })
process.exitCode = ok ? 0 : 1

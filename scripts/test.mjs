// `npm test` on any Node from 20 on: brings what the tests need, then runs them all. `npm test -- <part of a path>` runs some.
import { constants } from 'node:os'
import { stopEverything } from './machine/run.mjs'
import { runStages } from './testing/run-stages.mjs'
import { stagesFor } from './testing/stages.mjs'

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.on(signal, () => void stopEverything().then(() => process.exit(128 + constants.signals[signal])))
}

process.exitCode = await runStages(stagesFor(process.argv[2]), console.log)

import { exitCode, lastLine, total } from './count-results.mjs'

/**
 * Runs the stages one after another and prints the totals alone on the last line. A stage that throws counts as one failure;
 * when an essential one fails, the rest is not run.
 * @param {import('./stages.mjs').Stage[]} stages
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages, say) {
  /** @type {import('./count-results.mjs').Counts[]} */
  const results = []
  const durations = []
  for (const { name, essential, run } of stages) {
    say(`\n── ${name}`)
    const started = Date.now()
    const counts = await run().catch((error) => {
      say(error instanceof Error ? (error.message ?? error.stack) : String(error))
      return { passed: 0, failed: 1, skipped: 0 }
    })
    results.push(counts)
    durations.push(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
    if (essential && counts.failed > 0) break
  }
  const counts = total(results)
  const failures = results.flatMap((one) => one.failures ?? [])
  if (failures.length > 0) say(`\n── failed\n${failures.join('\n')}`)
  if (counts.passed + counts.failed === 0) say('\nNo test ran.')
  say(`\n${durations.join('\n')}\n`)
  say(lastLine(counts))
  return exitCode(counts)
}

// `npm run check`: format, lint, layers, types, unused code. Everything but the tests.
import { runChecks } from './testing/checks.mjs'

const started = Date.now()
const results = await runChecks(({ name, ok, seconds, output }) => {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output.trim())
})
const failed = results.filter(({ ok }) => !ok).length
console.log(`${results.length - failed} passed, ${failed} failed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = failed === 0 ? 0 : 1

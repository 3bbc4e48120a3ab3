import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildWhatIsStale } from '../build.mjs'
import { ROOT } from '../machine/cache.mjs'
import { installDependencies } from '../machine/install-dependencies.mjs'
import { installPrograms } from '../machine/install-programs.mjs'
import { run } from '../machine/run.mjs'
import { runChecks } from './checks.mjs'
import { countPlaywright, countVitest, judged } from './count-results.mjs'

/** @typedef {import('./count-results.mjs').Counts} Counts */
/** @typedef {{ name: string, essential?: boolean, run: () => Promise<Counts> }} Stage essential: without it nothing later can run */

const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/**
 * The stages of a test run, in order. A filter keeps the test files whose path contains it (`check` keeps the checks alone).
 * @param {string | undefined} filter
 * @returns {Stage[]}
 */
export function stagesFor(filter) {
  const kept = filesUnder('tests').filter((path) => !filter || path.includes(filter))
  const units = kept.filter((path) => /\.test\.tsx?$/.test(path))
  const specs = kept.filter((path) => path.startsWith('tests/e2e/') && path.endsWith('.spec.ts'))
  const wantsChecks = !filter || filter === 'check'
  return [
    { name: 'dependencies', essential: true, run: () => quietly(() => installDependencies(console.log)) },
    ...(units.length + specs.length > 0 ? [{ name: 'programs', run: programs }] : []),
    ...(specs.length > 0 || !filter
      ? [{ name: 'build', run: () => quietly(() => buildWhatIsStale(console.log)) }]
      : []),
    ...(wantsChecks ? [{ name: 'checks', run: check }] : []),
    ...(units.length > 0 ? [{ name: 'unit and integration tests', run: () => vitest(filter ? units : []) }] : []),
    ...(specs.length > 0 ? [{ name: 'end-to-end tests', run: () => playwright(filter ? specs : []) }] : []),
  ]
}

/** @param {() => Promise<void>} work */
async function quietly(work) {
  await work()
  return NOTHING
}

async function programs() {
  const problems = await installPrograms(console.log)
  for (const problem of problems) console.error(problem)
  return { ...NOTHING, failed: problems.length }
}

async function check() {
  const results = await runChecks(({ name, ok, seconds, output }) => {
    console.log(`  ${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
    if (!ok) console.log(output.trim())
  })
  const failed = results.filter(({ ok }) => !ok).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

/** @param {string[]} files all when empty */
function vitest(files) {
  const report = 'tests/results/vitest.json'
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return withReport(['vitest', 'run', ...reporters, ...files], report, countVitest)
}

/** @param {string[]} files all when empty */
function playwright(files) {
  // The JSON reporter and its file are named in playwright.config.ts.
  return withReport(
    ['playwright', 'test', ...files],
    'tests/results/playwright.json',
    (/** @type {Parameters<typeof countPlaywright>[0]} */ report) =>
      countPlaywright(report, (path) => readFileSync(path, 'utf8')),
  )
}

/**
 * @template Report
 * @param {string[]} command @param {string} path of the report, relative to the root @param {(report: Report) => Counts} count
 */
async function withReport(command, path, count) {
  const file = join(ROOT, path)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const { ok } = await run(command, { env: testEnvironment(process.env), live: true, minutes: 40 })
  return judged(ok, reported(file, count))
}

/** @template Report @param {string} file @param {(report: Report) => Counts} count @returns {Counts | undefined} */
function reported(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.error(`The run left no report that can be read: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** The settings of a server that somebody runs here must not leak into the servers under test. @param {NodeJS.ProcessEnv} env */
function testEnvironment(env) {
  const isSetting = (/** @type {string} */ name) => name.startsWith('DESKBELL_') || name === 'PORT' || name === 'HOST'
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting(name)))
}

/** @param {string} folder @returns {string[]} with forward slashes, relative to the root */
function filesUnder(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true })
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  )
}

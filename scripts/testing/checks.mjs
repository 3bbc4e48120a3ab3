import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../machine/cache.mjs'
import { run } from '../machine/run.mjs'

/** @typedef {{ name: string, command: string[] }} Check */
/** @typedef {{ name: string, ok: boolean, seconds: number, output: string }} CheckResult */

/** Every check there is; one TypeScript check for each project. @returns {Check[]} */
function checks() {
  const tools = [
    { name: 'biome (format, lint, layers)', command: ['biome', 'check', '--error-on-warnings', '.'] },
    { name: 'text rules', command: ['node', 'scripts/lint-text.mjs'] },
    { name: 'every file has a tsconfig', command: ['node', 'scripts/lint-projects.mjs'] },
    { name: 'knip (unused code)', command: ['knip', '--no-progress', '--no-config-hints'] },
  ]
  return [...tools, ...projects().map((folder) => ({ name: `types of ${folder}`, command: ['tsc', '-p', folder] }))]
}

/**
 * Runs the checks two at a time (each uses several threads of its own) and tells of each as it ends.
 * @param {(result: CheckResult) => void} tell
 * @returns {Promise<CheckResult[]>}
 */
export async function runChecks(tell, list = checks()) {
  if (existsSync(join(ROOT, 'wxt.config.ts'))) await prepareExtensionTypes()
  const waiting = [...list]
  /** @type {CheckResult[]} */
  const results = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = { name: check.name, ...(await run(check.command, { minutes: 10 })) }
      results.push(result)
      tell(result)
    }
  }
  await Promise.all([work(), work()])
  return results
}

/** `extension/tsconfig.json` extends a file that WXT writes from the entrypoints it finds. */
async function prepareExtensionTypes() {
  const { ok, output } = await run(['wxt', 'prepare'], { minutes: 5 })
  if (!ok) throw new Error(`wxt prepare failed:\n${output}`)
}

/** @returns {string[]} folders with a tsconfig.json, the root as "." */
export function projects() {
  const folders = (/** @type {string} */ parent) =>
    readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' && entry.name !== 'dist',
      )
      .map((entry) => (parent === '.' ? entry.name : `${parent}/${entry.name}`))
  const candidates = ['.', ...folders('.'), ...(existsSync(join(ROOT, 'tests')) ? folders('tests') : [])]
  return candidates.filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.json')))
}

// Every TypeScript file of ours must belong to a tsconfig.json: a file that none covers is never type-checked, and nobody would notice.
import { execFileSync } from 'node:child_process'
import { relative } from 'node:path'
import { ROOT } from './machine/cache.mjs'
import { projects } from './testing/checks.mjs'

const ask = (/** @type {string} */ program, /** @type {string[]} */ args) =>
  execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 }).split('\n').filter(Boolean)

const covered = new Set(
  projects().flatMap((project) =>
    ask('tsc', ['-p', project, '--listFilesOnly']).map((file) => relative(ROOT, file).replaceAll('\\', '/')),
  ),
)
const ours = ask('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'])
const forgotten = ours.filter((file) => !covered.has(file))

for (const file of forgotten) console.error(`${file}: no tsconfig.json covers this file, so nothing checks its types`)
process.exitCode = forgotten.length === 0 ? 0 : 1

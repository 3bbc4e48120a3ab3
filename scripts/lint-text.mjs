// The house rules of text-rules.mjs on every file that git tracks or would track, and whether the lockfile is complete.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { completed } from './complete-lockfile.mjs'
import { ROOT } from './machine/cache.mjs'
import { complaintsAbout } from './testing/text-rules.mjs'

const listing = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
const files = listing.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)))
const complaints = files.flatMap((path) => complaintsAbout(path, readFileSync(join(ROOT, path), 'utf8')))

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
if (Object.keys(completed(packages)).length > Object.keys(packages).length) {
  complaints.push(
    'package-lock.json: npm left packages for other platforms out and `npm ci` will refuse it; run node scripts/complete-lockfile.mjs',
  )
}

for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

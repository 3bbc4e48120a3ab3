import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { ROOT } from './cache.mjs'

/**
 * @typedef {object} Outcome
 * @property {boolean} ok the program ended by itself with code 0
 * @property {string} output both streams in the order they came, the last 400,000 characters
 * @property {number} seconds
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program to its end, without stdin, in a process group of its own; what it leaves behind in that group is killed.
 * Never rejects: a program that cannot be started, or takes longer than `minutes`, is an outcome that is not ok.
 * @param {string[]} command the program and its arguments; our own programs (node, tsc, wxt …) are found in node_modules/.bin
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, live?: boolean, minutes?: number, machinePath?: boolean }} [options]
 *   live: show the output as it comes; machinePath: keep node_modules/.bin off the PATH
 * @returns {Promise<Outcome>}
 */
export function run(
  [program = '', ...args],
  { env = process.env, cwd = ROOT, live = false, minutes = 30, machinePath = false } = {},
) {
  const started = Date.now()
  let output = ''
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...env, PATH: machinePath ? pathOfTheMachine(env) : pathWithOurPrograms(env) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      shell: process.platform === 'win32',
    })
    running.add(child)
    const tooLong = setTimeout(() => {
      output += `\nStopped: it took longer than ${minutes} minutes.\n`
      signalGroup(child, 'SIGKILL')
    }, minutes * 60_000)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-400_000)
        if (live) process.stdout.write(text)
      })
    }
    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(tooLong)
      running.delete(child)
      resolve({ ok, output, seconds: (Date.now() - started) / 1000 })
    }
    child.once('error', (error) => {
      output += `${program} could not be started: ${error.message}\n`
      end(false)
    })
    child.once('exit', () => {
      signalGroup(child, 'SIGKILL')
      // A daemon that left the group may still hold the pipes; what it says later is not the program's output.
      setTimeout(() => [child.stdout, child.stderr].forEach((stream) => void stream.destroy()), 2_000).unref()
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** Ends every program that `run` started and that still runs: asks first, insists after 5 seconds. */
export async function stopEverything() {
  const children = [...running]
  const gone = Promise.all(children.map((child) => new Promise((resolve) => child.once('close', resolve))))
  for (const child of children) signalGroup(child, 'SIGTERM')
  const insist = setTimeout(() => children.forEach((child) => void signalGroup(child, 'SIGKILL')), 5_000)
  await gone
  clearTimeout(insist)
}

/**
 * Our own programs come first, also when a script is started by hand. The pinned Node's folder is named besides:
 * where npm held its install script back, there is no link to it in `.bin`.
 * @param {NodeJS.ProcessEnv} env
 */
export function pathWithOurPrograms(env) {
  const modules = join(ROOT, 'node_modules')
  return [join(modules, 'node', 'bin'), join(modules, '.bin'), env.PATH].join(delimiter)
}

/** npm must not run on the Node inside node_modules when it is about to replace that. @param {NodeJS.ProcessEnv} env */
function pathOfTheMachine(env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firefoxPath } from './browsers.ts'

/** Firefox by its own remote protocol: Playwright cannot load an extension into it. */
export interface Marionette {
  /** A command such as `WebDriver:Navigate`. Rejects with Firefox's words. */
  command<Result>(name: string, parameters?: object): Promise<Result>
  /**
   * Runs the body of an async function in the page (`content`) or with the rights of the browser itself (`chrome`) and gives what it
   * returns. `args` holds the arguments.
   */
  run<Result>(where: 'content' | 'chrome', body: string, ...args: unknown[]): Promise<Result>
  close(): Promise<void>
}

const preferences = {
  // A free one; Firefox writes it into the profile.
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'app.update.enabled': false,
}

export async function openFirefox(): Promise<Marionette> {
  const profile = await mkdtemp(join(tmpdir(), 'deskbell-firefox-'))
  const lines = Object.entries(preferences).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const args = ['-headless', '-no-remote', '-profile', profile, '-marionette', '-remote-allow-system-access']
  const env = { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '800' }
  const firefox = spawn(firefoxPath(), args, { stdio: 'ignore', env })
  const socket = await connectTo(firefox, join(profile, 'MarionetteActivePort'))
  const command = speak(socket)
  await command('WebDriver:NewSession', { capabilities: {} })

  return {
    command,
    async run<Result>(where: 'content' | 'chrome', body: string, ...values: unknown[]) {
      await command('Marionette:SetContext', { value: where })
      const script = `const args = [...arguments]; const done = args.pop()
        ;(async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) + error?.stack }))`
      const answer = await command<{ value: { value: Result; error?: string } }>('WebDriver:ExecuteAsyncScript', {
        script,
        args: values,
        sandbox: where === 'chrome' ? 'system' : 'default',
        scriptTimeout: 30_000,
      }).finally(() => command('Marionette:SetContext', { value: 'content' }))
      if (answer.value.error !== undefined) throw new Error(answer.value.error)
      return answer.value.value
    },
    async close() {
      const exited = once(firefox, 'exit')
      await command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => firefox.kill())
      await exited
      socket.destroy()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function connectTo(firefox: ChildProcess, portFile: string): Promise<Socket> {
  const deadline = Date.now() + 60_000
  while (firefox.exitCode === null && Date.now() < deadline) {
    const port = Number(await readFile(portFile, 'utf8').catch(() => ''))
    if (port) {
      const socket = connect(port, '127.0.0.1')
      const connected = await once(socket, 'connect').then(
        () => true,
        () => false,
      )
      if (connected) return socket
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  firefox.kill()
  throw new Error('Firefox did not start.')
}

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}
type Message = readonly [type: number, id: number, error: { error: string; message: string } | null, result: never]

/** The protocol: `length:json`, requests `[0, id, name, parameters]`, answers `[1, id, error, result]`. */
function speak(socket: Socket): Marionette['command'] {
  const waiting = new Map<number, Waiting>()
  let received: Buffer<ArrayBufferLike> = Buffer.alloc(0)
  let last = 0

  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (let message = next(); message !== undefined; message = next()) take(message)
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection.'))
  })

  function next(): unknown {
    const colon = received.indexOf(':')
    const end = colon + 1 + Number(received.subarray(0, colon))
    if (colon < 0 || received.length < end) return undefined
    const message: unknown = JSON.parse(received.subarray(colon + 1, end).toString())
    received = received.subarray(end)
    return message
  }

  function take(message: unknown) {
    // The first message is a greeting, not an answer.
    if (!Array.isArray(message)) return
    const [, id, error, result] = message as unknown as Message
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(new Error(`${error.error}: ${error.message}`))
    else call?.resolve(result)
  }

  return (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      const request = JSON.stringify([0, last, name, parameters])
      socket.write(`${Buffer.byteLength(request)}:${request}`)
    })
}

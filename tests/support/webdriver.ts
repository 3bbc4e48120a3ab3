import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { findWebkit } from '../../scripts/machine/find-program.mjs'
import { freePort } from './server.ts'

/** WebKitGTK on a screen of its own, by the protocol that it has: Playwright drives only a WebKit that it has built itself. */
export interface Webkit {
  /** A browser that was never used before: without cookies and storage. */
  begin(): Promise<Session>
  close(): Promise<void>
}

/** @see https://www.w3.org/TR/webdriver2/ */
export interface Session {
  /** Of this session, such as `url` or `element/ID/click`. Rejects with the browser's words. */
  command<Result>(path: string, body: object): Promise<Result>
  /** Runs the body of a function in the page, and gives what it returns. `arguments` holds what is given. */
  run<Result>(body: string, ...values: unknown[]): Promise<Result>
  end(): Promise<void>
}

/** As the protocol names an element; may be given back as it came. */
export type ElementReference = Readonly<Record<string, string>>

const screen = ['-screen', '0', '1400x1000x24', '-nolisten', 'tcp']

export async function openWebkit(): Promise<Webkit> {
  const programs = findWebkit()
  if (!programs) throw new Error('WebKitGTK is not installed.')
  const display = spawn(programs.screen, ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = await Promise.race([once(display.stdio[3] as NodeJS.ReadableStream, 'data'), ended(display)])
  const env = {
    ...process.env,
    DISPLAY: `:${String(number).trim()}`,
    GDK_BACKEND: 'x11',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
  }
  return {
    begin: () => beginSession(programs.driver, env),
    async close() {
      const exited = once(display, 'exit')
      display.kill()
      await exited
    },
  }
}

async function beginSession(program: string, env: NodeJS.ProcessEnv): Promise<Session> {
  const port = await freePort()
  // In a group of its own, the browser with it. One driver for one browser: asked for a second one it may never answer.
  const options = { env, stdio: 'ignore', detached: true } as const
  const driver = spawn(program, [`--port=${port}`], options)
  const kill = () => driver.pid && process.kill(-driver.pid, 'SIGKILL')
  // Whatever becomes of the test.
  process.once('exit', kill)
  const url = `http://127.0.0.1:${port}`
  await Promise.race([untilReady(url), ended(driver)])
  const { sessionId } = await send<{ sessionId: string }>(`${url}/session`, { capabilities: {} })
  const command = <Result>(path: string, body: object) => send<Result>(`${url}/session/${sessionId}/${path}`, body)
  return {
    command,
    run: (script, ...args) => command('execute/sync', { script, args }),
    async end() {
      const exited = once(driver, 'exit')
      kill()
      await exited
      process.off('exit', kill)
    },
  }
}

async function send<Result>(url: string, body: object): Promise<Result> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const { value } = (await response.json()) as { value: Result & { error: string; message: string } }
  if (!response.ok) throw new Error(`${value.error}: ${value.message} (${url.split('/').slice(5).join('/')})`)
  return value
}

async function untilReady(url: string): Promise<void> {
  const isReady = () =>
    fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await wait(20)
}

async function ended(program: ChildProcess): Promise<never> {
  await once(program, 'exit')
  throw new Error(`${program.spawnfile} ended before it was ready.`)
}

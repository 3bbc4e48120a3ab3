import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { findWebkitDriver } from '../../scripts/machine/find-program.mjs'
import { freePort } from './server.ts'

/** WebKitGTK on a screen of its own, by the protocol that it has: Playwright drives only a WebKit that it has built itself. */
export interface WebDriver {
  /** Begins anew, without cookies and storage. Gives what one session can. */
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

export async function openWebkit(): Promise<WebDriver> {
  const display = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const [number] = await Promise.race([once(display.stdio[3] as NodeJS.ReadableStream, 'data'), ended(display)])
  const port = await freePort()
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11' }
  const driver = spawn(findWebkitDriver() ?? 'WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await Promise.race([untilReady(url), ended(driver)])

  return {
    async begin() {
      const { sessionId } = await send<{ sessionId: string }>(`${url}/session`, 'POST', { capabilities: {} })
      const command = <Result>(path: string, body: object) =>
        send<Result>(`${url}/session/${sessionId}/${path}`, 'POST', body)
      return {
        command,
        run: (script, ...args) => command('execute/sync', { script, args }),
        end: () => send(`${url}/session/${sessionId}`, 'DELETE'),
      }
    },
    async close() {
      for (const one of [driver, display]) {
        const exited = once(one, 'exit')
        one.kill()
        await exited
      }
    },
  }
}

async function send<Result>(url: string, method: string, body?: object): Promise<Result> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
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

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run, stopEverything } from '../../scripts/machine/run.mjs'

test('tells how a program ended and what it said on both streams', async () => {
  const script = "console.log('out'); console.error('err'); process.exitCode = 3"
  const { ok, output } = await run(['node', '-e', script])
  expect(ok).toBe(false)
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
})

test('a program that does not exist is an outcome, not an exception', async () => {
  const outcome = await run(['deskbell-no-such-program'])
  expect(outcome).toMatchObject({ ok: false, output: expect.stringContaining('could not be started') })
})

test('our programs run on the pinned Node', async () => {
  const { output } = await run(['node', '-p', 'process.versions.node'])
  expect(output).toMatch(/^24\./)
})

test('what a program leaves running is killed with it', async () => {
  const server = "const s = require('node:net').createServer().listen(0, () => process.send(s.address().port))"
  const leaver = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.once('message', (port) => { console.log(port); process.exit(0) })`
  const { ok, output } = await run(['node', '-e', leaver])
  expect(ok).toBe(true)
  await vi.waitFor(() => expect(isListening(Number(output))).resolves.toBe(false))
})

test('stopping ends what runs, and a program that does not listen within seconds', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-run-'))
  const waiting = (name: string) =>
    `require('node:fs').writeFileSync('${join(folder, name)}', ''); setInterval(() => {}, 1e6)`
  const outcomes = [
    run(['node', '-e', waiting('polite')]),
    run(['node', '-e', `process.on('SIGTERM', () => {}); ${waiting('deaf')}`]),
  ]
  await vi.waitFor(() => expect(['polite', 'deaf'].every((name) => existsSync(join(folder, name)))).toBe(true))
  await stopEverything()
  expect((await Promise.all(outcomes)).map(({ ok }) => ok)).toEqual([false, false])
  await rm(folder, { recursive: true })
})

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'

const standIns = {
  'server/main.ts': `
    import { createServer } from 'node:http'
    createServer().listen(0, '127.0.0.1', () => console.log('serving on Node', process.versions.node))
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => {
      console.log('got', signal)
      setTimeout(() => process.exit(signal === 'SIGTERM' ? 0 : 7), 100)
    })`,
  'widget/build.ts': `import { mkdirSync } from 'node:fs'; mkdirSync('dist/widget', { recursive: true })`,
  'snippet-generator/build.ts': `
    import { mkdirSync } from 'node:fs'
    for (const name of ['site', 'snippet-generator']) mkdirSync('dist/' + name, { recursive: true })`,
  'wxt.config.ts': `export default { srcDir: 'extension', outDir: 'dist/extension', manifestVersion: 3, imports: false }`,
  'extension/entrypoints/background.ts': `
    import { defineBackground } from 'wxt/utils/define-background'
    export default defineBackground(() => {})`,
}

describe('npm start', { timeout: 120_000 }, () => {
  let checkout = ''

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'deskbell-start-'))
    for (const path of ['scripts', 'package.json', 'package-lock.json']) {
      await cp(path, join(checkout, path), { recursive: true })
    }
    await symlink(join(process.cwd(), 'node_modules'), join(checkout, 'node_modules'))
    for (const [path, code] of Object.entries(standIns)) {
      await mkdir(dirname(join(checkout, path)), { recursive: true })
      await writeFile(join(checkout, path), code)
    }
  })

  afterAll(() => rm(checkout, { recursive: true, force: true }))

  test('builds all parts, serves on the pinned Node, and ends with the server on SIGTERM', async () => {
    const { npm, said, ended } = await startServing(checkout)
    npm.kill('SIGTERM')
    expect(await ended).toBe(0)
    for (const part of [
      'widget',
      'snippet generator',
      'extension for chrome',
      'extension for edge',
      'extension for firefox',
    ]) {
      expect(said()).toMatch(new RegExp(`^Built the ${part}`, 'm'))
    }
    expect(said()).toContain('serving on Node 24.')
    expect(said().match(/got SIGTERM/g)).toHaveLength(1)
  })

  test("builds nothing the second time, and hands on the server's exit code", async () => {
    const { npm, said, ended } = await startServing(checkout)
    npm.kill('SIGINT')
    expect(await ended).toBe(7)
    expect(said()).not.toContain('Built')
  })
})

async function startServing(
  cwd: string,
): Promise<{ npm: ChildProcess; said: () => string; ended: Promise<number | null> }> {
  const npm = spawn('npm', ['start'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void npm.kill())
  let text = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  const ended = once(npm, 'close').then(([code]) => code)
  await vi.waitFor(() => expect(text).toContain('serving on Node'), { timeout: 100_000, interval: 100 })
  return { npm, said: () => text, ended }
}

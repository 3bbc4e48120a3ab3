import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { freePort, pinnedNode, root, startServer, type TestServer } from '../support/server.ts'

describe('npm run add-agent', { timeout: 60_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  }, 60_000)
  afterAll(() => server.remove())

  /** Runs it as npm does, with the administrator's password on standard input unless it is in the environment. */
  async function addAgent(options: readonly string[], { typed = '', env = {} } = {}) {
    const child = spawn(pinnedNode, ['scripts/add-agent.ts', ...options], {
      cwd: root,
      env: { ...process.env, ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.stdin.end(typed)
    const [code] = await once(child, 'close')
    return { code, said }
  }

  it('adds an agent to the running server and prints a password that lets them in', async () => {
    const options = ['--username', 'Eve', '--name', 'Eve Adams', '--server', server.url]
    const { code, said } = await addAgent(options, { typed: `${server.adminPassword}\n` })
    expect(said).toContain('Eve Adams can sign in')
    expect(said).not.toContain(server.adminPassword)
    expect(code).toBe(0)
    const password = /shown this once: (\S+)/.exec(said)?.[1] ?? ''
    const { agent } = await createApiClient(server.url, fetch).signIn({ body: { username: 'eve', password } })
    expect(agent.name).toBe('Eve Adams')

    const again = await addAgent(options, { env: { DESKBELL_ADMIN_PASSWORD: server.adminPassword } })
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('already an agent') })
  })

  it.each([
    { wrong: 'no name', options: ['--username', 'x'], sentence: 'A username and a name are needed.' },
    { wrong: 'an option that is none', options: ['--usrname', 'x'], sentence: 'Usage:' },
    { wrong: 'no password', options: ['--username', 'x', '--name', 'X'], sentence: 'Without the administrator' },
  ])('with $wrong says how to call it', async ({ options, sentence }) => {
    const { code, said } = await addAgent(options, { env: { PORT: String(server.port), DESKBELL_ADMIN_PASSWORD: '' } })
    expect(said).toContain(sentence)
    expect(code).toBe(1)
  })

  it('says that the password is wrong, or that no server is there', async () => {
    const options = ['--username', 'x', '--name', 'X', '--server']
    const env = { DESKBELL_ADMIN_PASSWORD: 'certainly not' }
    expect((await addAgent([...options, server.url], { env })).said).toBe('The username or the password is wrong.\n')
    const nowhere = `http://127.0.0.1:${await freePort()}`
    expect((await addAgent([...options, nowhere], { env })).said).toContain('No Deskbell server answers there')
  })
})

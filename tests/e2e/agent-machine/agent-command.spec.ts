import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pinnedNode, root } from '../../support/server.ts'
import { expect, test } from '../support/extension-fixtures.ts'

test('npm run agent: signs in with a password that no command line shows, and is still signed in the next time', async ({
  server,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'deskbell-agent-command-'))
  const first = runAgent(server, profile)
  first.process.stdin.end(`${server.adminPassword}\n`)
  await expect.poll(first.said, { timeout: 30_000 }).toContain(`Signed in to ${server.url} as admin.`)
  await first.end()

  const second = runAgent(server, profile)
  second.process.stdin.end()
  await expect.poll(second.said, { timeout: 30_000 }).toContain(`Still signed in to ${server.url} as admin.`)
  await second.end()
  expect(first.said() + second.said()).not.toContain(server.adminPassword)
  await rm(profile, { recursive: true, force: true })
})

test('npm run agent: says what to do when the password is wrong', async ({ server }) => {
  const profile = await mkdtemp(join(tmpdir(), 'deskbell-agent-command-'))
  const { process: agent, said } = runAgent(server, profile)
  agent.stdin.end('not the password\n')
  const [code] = await once(agent, 'exit')
  expect(code).toBe(1)
  expect(said()).toContain('The username or the password is wrong.')
  await rm(profile, { recursive: true, force: true })
})

function runAgent(server: { url: string }, profile: string) {
  const args = ['--headless', '--password-stdin', '--server', server.url, '--profile', profile]
  const agent = spawn(pinnedNode, ['scripts/agent.mjs', ...args], { cwd: root })
  let said = ''
  for (const stream of [agent.stdout, agent.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  return {
    process: agent,
    said: () => said,
    async end() {
      agent.kill('SIGTERM')
      await once(agent, 'exit')
    },
  }
}

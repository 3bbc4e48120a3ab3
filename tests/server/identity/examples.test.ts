import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import { readFields } from '#shared/widget-config/read-fields.ts'
import { findPhp, findPython } from '../../../scripts/machine/find-program.mjs'
import { anAdministrator } from '../../support/api-people.ts'
import { pinnedNode, root, startServer, type TestServer } from '../../support/server.ts'

const run = promisify(execFile)

describe('W11: the examples of docs/identity.md', { timeout: 60_000 }, () => {
  let server: TestServer
  let secret: string
  let text: string
  let folder: string
  beforeAll(async () => {
    server = await startServer()
    secret = (await (await anAdministrator(server)).api.getIdentitySecret({})).secret
    text = await readFile(join(root, 'docs/identity.md'), 'utf8')
    folder = await mkdtemp(join(tmpdir(), 'deskbell-examples-'))
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    await rm(folder, { recursive: true })
  })

  /** The one block of code in this language. */
  function example(language: string): string {
    const found = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))]
    expect(found).toHaveLength(1)
    return found[0]?.[1] ?? ''
  }

  it.each([
    ['Node', 'js', 'example.mjs', () => pinnedNode],
    ['Python', 'python', 'example.py', findPython],
    ['PHP', 'php', 'example.php', findPhp],
  ])('in %s signs what the server believes', async (name, language, file, find) => {
    const program = find()
    if (!program) throw new Error(`${name} is not installed; node scripts/test.mjs installs it where it can.`)
    await writeFile(join(folder, file), example(language))
    const { stdout } = await run(program, [join(folder, file)], { env: { DESKBELL_IDENTITY_SECRET: secret } })
    const { token, hash } = JSON.parse(stdout) as { token: string; hash: string }
    const { openVisitorSession } = createApiClient(server.url, fetch)
    const byToken = await openVisitorSession({ body: { identity: { token } } })
    expect(byToken).toMatchObject({
      visitor: { name: 'Vera Lind' },
      identity: { id: '20871', email: 'vera@example.com', phone: '+4930901820', signed: ['name', 'email', 'phone'] },
    })
    const byHash = await openVisitorSession({ body: { identity: { id: '20871', hash } } })
    expect(byHash.visitor.id).toBe(byToken.visitor.id)
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number }
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000)
  })

  it('W9: the questions are read as they stand there', () => {
    const { fields, problems } = readFields(JSON.parse(example('json')))
    expect(problems).toEqual([])
    expect(fields.map(({ type }) => type)).toEqual(['text', 'list', 'consent'])
  })
})

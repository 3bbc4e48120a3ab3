import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freePort, runServer, startServer } from '../../support/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskbell-start-'))
afterAll(() => rmSync(folder, { recursive: true }))
const DESKBELL_DATA = join(folder, 'data')

const oneSentence = /^Deskbell did not start: [^\n]+\.\n$/

describe('a server that cannot start', { timeout: 60_000 }, () => {
  it('says a wrong setting in one sentence and ends with 1', async () => {
    const { code, said } = await runServer({ DESKBELL_DATA, DESKBELL_COLOUR: 'blue' })
    expect(said).toMatch(oneSentence)
    expect(said).toContain('DESKBELL_COLOUR is no setting')
    expect(code).toBe(1)
  })

  it('says that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const PORT = String(typeof address === 'object' && address?.port)
    const { code, said } = await runServer({ DESKBELL_DATA, PORT })
    taken.close()
    expect(said).toMatch(oneSentence)
    expect(said).toContain(`already listens on 127.0.0.1 port ${PORT}`)
    expect(code).toBe(1)
  })

  it('says that HOST is no address of this machine', async () => {
    const { code, said } = await runServer({ DESKBELL_DATA, PORT: '0', HOST: '192.0.2.1' })
    expect(said).toMatch(oneSentence)
    expect(said).toContain('HOST')
    expect(code).toBe(1)
  })

  it('says that the database cannot be reached, without its password', async () => {
    const DESKBELL_DATABASE_URL = `postgres://me:hush-hush@127.0.0.1:${await freePort()}/x`
    const { code, said } = await runServer({ PORT: '0', DESKBELL_DATABASE_URL })
    expect(said).toMatch(oneSentence)
    expect(said).toContain('DESKBELL_DATABASE_URL')
    expect(said).not.toContain('hush')
    expect(code).toBe(1)
  })

  it('says that another server has the data folder, which goes on serving', async () => {
    const first = await startServer({ env: { DESKBELL_DATA } })
    const { code, said } = await runServer({ DESKBELL_DATA, PORT: '0' })
    expect(said).toMatch(oneSentence)
    expect(said).toContain('in use by another Deskbell server')
    expect(code).toBe(1)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    await first.remove()
  })
})

import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '#shared/contract/api.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import { Refusal, refusalStatus } from '#shared/contract/refusals.ts'
import { type ApiPerson, anAdministrator, aVisitor, aWaitingChat } from '../../support/api-people.ts'
import { countRows } from '../../support/count-rows.ts'
import { databases, type OpenedDatabase } from '../../support/databases.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Attempt, malformedAttempts, validInput } from './malformed-attempts.ts'

/** Tries per operation and database. */
const tries = { sqlite: 200, postgres: 60 }
const operations = Object.keys(paths) as Operation[]

describe.each(databases)('malformed requests on $name', { timeout: 300_000 }, ({ name, open }) => {
  let opened: OpenedDatabase
  let server: TestServer
  let administrator: ApiPerson
  let visitor: ApiPerson
  let context: { chatId: string; secret: string }
  beforeAll(async () => {
    opened = await open()
    server = await startServer(opened.target.kind === 'postgres' ? { databaseUrl: opened.target.url } : {})
    administrator = await anAdministrator(server)
    visitor = await aVisitor(server)
    context = { chatId: await aWaitingChat(visitor), secret: `secret-${crypto.randomUUID()}` }
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    await opened.remove()
  })

  const tokenFor = (operation: Operation) =>
    ({
      visitor: visitor.token,
      participant: visitor.token,
      anyone: null,
      agent: administrator.token,
      administrator: administrator.token,
    })[api[operation].access]

  it.each(operations)('%s refuses them all with 4xx, a code and a sentence, and writes nothing', async (operation) => {
    const before = await countRows(server.database)
    const attempts = malformedAttempts(operation, context)
    await fc.assert(
      fc.asyncProperty(attempts, async (attempt) => {
        await expectRefusal(await send(server, attempt, tokenFor(operation)))
      }),
      { numRuns: tries[name] },
    )
    expect(await countRows(server.database)).toEqual(before)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('answers with 401 to tokens that are none, on every operation that needs one', async () => {
    const token = fc.oneof(fc.base64String(), fc.stringMatching(/^[\x21-\x7e]{1,200}$/), fc.constant(''))
    const protectedOnes = operations.filter((operation) => api[operation].access !== 'anyone')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...protectedOnes),
        fc.constantFrom('Bearer', 'bearer', 'Basic', ''),
        token,
        async (operation, scheme, value) => {
          const response = await send(server, validInput(operation, context), null, {
            authorization: `${scheme} ${value}`,
          })
          expect(response.status).toBe(401)
          await expectRefusal(response)
        },
      ),
      { numRuns: tries[name] },
    )
  })

  it('still carries out a rightful request afterwards, and has logged no secret', async () => {
    const answer = await visitor.api.sync({ body: { logId: null, streams: {} } })
    expect(answer.streams.map(({ lastSeq }) => lastSeq)).toEqual([1])
    await expect.poll(() => server.log()).toContain('"operation":"sync"')
    const written = server.log() + server.said()
    for (const secret of [administrator.token, visitor.token, server.adminPassword, context.secret]) {
      expect(written).not.toContain(secret)
    }
    expect(written).not.toMatch(/request failed|"level":(50|60)/)
  })
})

async function expectRefusal(response: Response) {
  const body: unknown = await response.json()
  const refusal = v.parse(v.strictObject(Refusal.entries), body)
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  expect(response.status).toBe(refusalStatus[refusal.code])
  expect(refusal.message).toMatch(/^\P{Lu}*\p{Lu}.{5,}\.$/su)
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts:\d+|node_modules|sqlite|postgres/i)
  expect(response.headers.get('content-type')).toBe('application/json')
}

const send = (server: TestServer, attempt: Attempt, token: string | null, headers: Record<string, string> = {}) =>
  fetch(server.url + attempt.path, {
    method: attempt.method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...attempt.headers, ...headers },
    ...(attempt.body !== undefined && {
      body: attempt.inPieces ? inPieces(attempt.body) : attempt.body,
      duplex: 'half',
    }),
  })

const inPieces = (body: string | Uint8Array<ArrayBuffer>) => new Blob([body]).stream()

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '#shared/client/api-client.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import { aClientId, anAdministrator } from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const page = { url: 'https://shop.example/lamps', title: 'Lamps' }
/** Of networks that are somebody's, so that a country is found for each. */
const addresses = ['81.169.145.77', '2a01:4f8:c0c:9a1b:7f3e:2d4c:8b6a:1c9e']

describe('addresses of visitors', { timeout: 120_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  }, 60_000)
  afterAll(() => server.remove())

  /** As behind a proxy on this machine. */
  const from =
    (address: string): typeof fetch =>
    (url, init) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), 'x-forwarded-for': address } })

  async function visits(address: string) {
    const { token, visitor } = await createApiClient(server.url, from(address)).openVisitorSession({ body: {} })
    const api = createApiClient(server.url, from(address), () => token)
    await api.reportVisit({ body: { visitId: crypto.randomUUID() as string as VisitId, page, state: 'active' } })
    const chatId = crypto.randomUUID() as string as ChatId
    await api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'de' } })
    await api.sendMessage({ params: { chatId }, body: { clientId: aClientId(), text: 'Hello' } })
    // What is refused is logged, too.
    await expect(api.exportMyData({})).resolves.toBeTruthy()
    await expect(createApiClient(server.url, from(address)).getVisitorSession({})).rejects.toMatchObject({
      status: 401,
    })
    return visitor
  }

  it('W31: are asked for their country, and are in no table, no file and no line of the log', async () => {
    const { api } = await anAdministrator(server)
    for (const address of addresses) {
      const { id } = await visits(address)
      const { seen } = await api.getVisit({ params: { visitorId: id } })
      // It was known, or this test would find nothing whatever were kept.
      expect(seen?.place).toEqual({ country: expect.stringMatching(/^[A-Z]{2}$/) })
    }
    const kept = [server.log(), server.said(), ...(await filesOf(server))].join('\n')
    expect(kept).toContain('lamps')
    expect(kept).toContain('reportVisit')
    for (const address of addresses) expect(kept).not.toContain(address)
    // Nor most of them: of IPv4 three of four numbers, of IPv6 the network of one customer.
    for (const part of ['81.169.145.', '2a01:4f8:c0c:9a1b']) expect(kept).not.toContain(part)
  })
})

/** The database as it lies on the disk, with what was not moved from its journal yet. */
async function filesOf({ database }: TestServer): Promise<string[]> {
  if (database.kind !== 'sqlite') throw new Error('Only SQLite lies in files of ours.')
  const { folder } = database
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import type { StreamId } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import { type Database, openDatabase } from '../../../server/store/database.ts'
import { type DatabaseTarget, databases } from '../../support/databases.ts'

interface Acknowledged {
  readonly stream: StreamId
  readonly seq: number
  readonly clientId: string
}

describe.each(databases)('a killed process on $name', ({ open }) => {
  test('S3: after kill -9 nothing acknowledged is missing, no number is left out, and a next process serves', async () => {
    const { target, remove } = await open()
    try {
      const acknowledged: Acknowledged[] = []
      for (const atLeast of [1, 40, 150]) acknowledged.push(...(await appendUntilKilled(target, atLeast)))
      const db = await openDatabase(target)
      try {
        await nothingIsMissing(db, acknowledged)
      } finally {
        await db.close()
      }
    } finally {
      await remove()
    }
  }, 180_000)
})

/** Kills the process in the middle of its work, as soon as it has acknowledged that many. */
async function appendUntilKilled(target: DatabaseTarget, atLeast: number): Promise<Acknowledged[]> {
  const script = new URL('append-for-ever.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, JSON.stringify(target)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === atLeast) child.kill('SIGKILL')
  }
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
  expect(lines.length).toBeGreaterThanOrEqual(atLeast)
  return lines.map((line) => JSON.parse(line) as Acknowledged)
}

async function nothingIsMissing(db: Database, acknowledged: readonly Acknowledged[]) {
  const streams = await db.query.selectFrom('stream').selectAll().execute()
  const stored = new Set<string>()
  for (const { id, last_seq, state } of streams) {
    const events = await readEvents(db.query, id as StreamId, 0)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
    expect(last_seq).toBe(events.length)
    expect(JSON.parse(state ?? 'null')).toEqual(foldChat(events))
    for (const { stream, seq, clientId } of events) stored.add(JSON.stringify({ stream, seq, clientId }))
  }
  expect(acknowledged.filter((one) => !stored.has(JSON.stringify(one)))).toEqual([])
}

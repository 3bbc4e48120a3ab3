import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../../server/store/database.ts'
import { databases } from '../../../support/databases.ts'
import { type Model, steps } from './steps.ts'
import { World } from './world.ts'

/** Steps in all, about; ROUTING_STEPS asks for others, ROUTING_SHRINK for the shortest story that goes wrong. */
const wanted = Number(process.env.ROUTING_STEPS ?? 20_000)
const perWorld = 400

const sqlite = databases.find(({ name }) => name === 'sqlite')

test(`R1–R4, R11, W23: agents come, go, idle, decline and die, chats come and go: about ${wanted} steps, every one of them judged`, {
  timeout: 60_000 + wanted * 60,
}, async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: perWorld, size: 'max' }), async (commands) => {
      const opened = await sqlite?.open()
      if (!opened) throw new Error('There is no SQLite among the databases to test on.')
      const db = await openDatabase(opened.target)
      const world = await World.begin(db)
      try {
        await fc.asyncModelRun(() => ({ model: { chats: 0 } satisfies Model, real: world }), commands)
      } finally {
        taken += world.steps
        await db.close()
        await opened.remove()
      }
    }),
    { numRuns: Math.ceil(wanted / (perWorld / 2)), endOnFailure: process.env.ROUTING_SHRINK === undefined },
  )
  expect(taken).toBeGreaterThan(wanted / 2)
  console.info(`${taken} steps`)
})

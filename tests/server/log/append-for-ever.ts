// A process that appends until it is killed, and says what was acknowledged: `node append-for-ever.ts <target as JSON>`.
import { writeSync } from 'node:fs'
import { openDatabase } from '../../../server/store/database.ts'
import { aChatId, aClientId, aLog, aVisitor, carryOut, say, start } from './a-log.ts'

const db = await openDatabase(JSON.parse(process.argv[2] ?? ''))
const log = aLog(db, { reactions: [{ name: 'publish', handle: async () => {} }] })

const visitor = aVisitor()
await Promise.all(
  Array.from({ length: 8 }, async () => {
    const chatId = aChatId()
    await carryOut(log, start(chatId), visitor)
    for (;;) {
      const { events } = await carryOut(log, say(chatId, 'x'.repeat(200)), visitor, aClientId())
      for (const { stream, seq, clientId } of events) writeSync(1, `${JSON.stringify({ stream, seq, clientId })}\n`)
    }
  }),
)

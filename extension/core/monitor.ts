import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { type ChatRow, db } from './db.ts'
import type { MonitorLevel, MonitorRow } from './monitor-row.ts'

type Key = Pick<ChatRow, 'accountId' | 'chatId'>

/** Monitors a chat from here on (A20), or not any more. */
export const setMonitor = (chat: Key, level: MonitorLevel | 'off'): Promise<void> =>
  db.transaction('rw', [db.monitors, db.cursors], async () => {
    const { accountId, chatId } = chat
    if (level === 'off') await db.monitors.delete([accountId, chatId])
    else await db.monitors.put({ accountId, chatId, level, ...(await lastNumbers(chat)) })
  })

/** What has happened so far in these chats is known to the agent: it notifies no more. */
export const knowAllOf = (which: (monitor: MonitorRow) => boolean): Promise<void> =>
  db.transaction('rw', [db.monitors, db.cursors], async () => {
    for (const monitor of await db.monitors.filter(which).toArray()) {
      const known = await lastNumbers(monitor)
      // Only what is new is written: whoever follows the table looks again at a write.
      if (known.shown !== monitor.shown || known.inside !== monitor.inside)
        await db.monitors.put({ ...monitor, ...known })
    }
  })

async function lastNumbers({ accountId, chatId }: Key): Promise<Pick<MonitorRow, 'shown' | 'inside'>> {
  const [shown, inside] = await db.cursors.bulkGet([
    [accountId, chatStream(chatId)],
    [accountId, internalStream(chatId)],
  ])
  return { shown: shown?.seq ?? 0, inside: inside?.seq ?? 0 }
}

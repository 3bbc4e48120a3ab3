import type { Actor } from '#shared/contract/actors.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { type AccountRow, type ChatRow, db, type EventRow } from '../../core/db.ts'
import type { MonitorRow } from '../../core/monitor-row.ts'
import { factWords } from '../../i18n/fact-words.ts'

/** Something that happened in a chat that the agent monitors (A20), and has not been seen. */
export interface ChatNews {
  readonly row: ChatRow
  readonly stored: EventRow
  readonly words: string
}

/** After hours offline only the last ones of a chat are told, not a storm of them. */
const most = 5

/** What happened in the chats that are monitored, since the agent knew all of it. The oldest first. */
export async function readNews(accounts: readonly AccountRow[]): Promise<ChatNews[]> {
  const monitors = await db.monitors.toArray()
  const news = await Promise.all(
    monitors.map((monitor) => {
      const account = accounts.find(({ id }) => id === monitor.accountId)
      return account ? newsOf(monitor, account) : []
    }),
  )
  return news.flat()
}

async function newsOf(monitor: MonitorRow, { id, agent }: AccountRow): Promise<ChatNews[]> {
  const { chatId, level, shown, inside } = monitor
  const row = await db.chats.get([id, chatId])
  if (!row) return []
  const events = [
    // Read here or on another device: then it is known.
    ...(await eventsAfter(id, chatStream(chatId), Math.max(shown, row.read))),
    ...(level === 'all' ? await eventsAfter(id, internalStream(chatId), inside) : []),
  ]
  const me: Actor = { kind: 'agent', ...agent }
  return events
    .filter(({ actor }) => (level === 'all' ? actor.id !== me.id : actor.id === row.chat.visitor.id))
    .flatMap((stored) => {
      const words = stored.event.type === 'message-sent' ? said(stored, stored.event.text) : factWords(stored, me)
      return words ? [{ row, stored, words }] : []
    })
    .toSorted((one, other) => one.stored.at - other.stored.at)
    .slice(-most)
}

const eventsAfter = (accountId: AccountRow['id'], stream: EventRow['stream'], seq: number) =>
  db.events
    .where('[accountId+stream+seq]')
    .between([accountId, stream, seq], [accountId, stream, Number.MAX_SAFE_INTEGER], false)
    .toArray()

/** The title names the visitor: another's words need a name. */
const said = ({ actor }: EventRow, text: string) => (actor.kind === 'visitor' ? text : `${actor.name}: ${text}`)

import type { StoredEvent } from '#shared/contract/events.ts'
import type { Visit } from '../boot/visit.ts'
import { agentsIn } from '../chat/agents-in.ts'
import { chatKeys } from '../chat/has-earlier.ts'

export interface EarlierChat {
  readonly key: string
  readonly events: readonly StoredEvent[]
  /** Who answered; nobody did while this is empty. */
  readonly names: string
  /** What was said last, or what it was about. */
  readonly words: string
  /** ms since 1970, of the last event. */
  readonly at: number
}

/** The visitor's chats besides the current one, as this browser has them, newest first (W13). */
export const earlierChats = ({ keep, now }: Pick<Visit, 'keep' | 'now'>): EarlierChat[] =>
  keep
    .keys(chatKeys)
    .filter((key) => key !== chatKeys + now().id)
    .map((key) => summaryOf(key, keep.get<StoredEvent[]>(key) ?? []))
    .sort((one, other) => other.at - one.at)

function summaryOf(key: string, events: readonly StoredEvent[]): EarlierChat {
  const names = agentsIn(events)
    .map(({ name }) => name)
    .join(', ')
  const words = events.flatMap(({ event }) =>
    'text' in event ? event.text : event.type === 'chat-requested' ? (event.description ?? []) : [],
  )
  return { key, events, names, words: words.at(-1) ?? '', at: events.at(-1)?.at ?? 0 }
}

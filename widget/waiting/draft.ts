import type { Fallback } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Visit } from '../boot/visit.ts'
import { agentsIn } from '../chat/agents-in.ts'

/** What the visitor typed instead of waiting: survives reloads, and is there again in their next chat if it was never sent. */
export interface Draft {
  /** The form that is open, and in which chat. */
  readonly way: Fallback | null
  readonly chat: ChatId | null
  readonly phone: string
  readonly note: string
  readonly preferredTimes: string
  readonly email: string
  readonly text: string | null
}

const key = 'other-way'
const empty: Draft = { way: null, chat: null, phone: '', note: '', preferredTimes: '', email: '', text: null }

export const readDraft = ({ keep }: Pick<Visit, 'keep'>): Draft => ({ ...empty, ...keep.get<Partial<Draft>>(key) })

export const changeDraft = (visit: Pick<Visit, 'keep'>, change: Partial<Draft>) =>
  visit.keep.set(key, { ...readDraft(visit), ...change })

/** Opens the form of a way, or goes back to the chat. */
export function choose(visit: Visit, way: Fallback | null) {
  changeDraft(visit, { way, chat: visit.now().id })
  visit.changed()
}

/** The form to show: as long as nobody has taken the chat and it goes on; also before there is one. */
export function chosenWay(visit: Pick<Visit, 'keep' | 'now'>): Fallback | null {
  const { id, events, ended } = visit.now()
  const { way, chat } = readDraft(visit)
  return chat === id && !ended && !agentsIn(events).length ? way : null
}

/** What has arrived is no draft any more. */
export function forgetTaken({ keep, now }: Pick<Visit, 'keep' | 'now'>) {
  const taken = now().events.some(({ event }) => event.type === 'callback-requested' || event.type === 'message-left')
  if (taken && keep.get(key)) keep.remove(key)
}

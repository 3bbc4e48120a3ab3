import type { Fallback, FallbackReason } from '#shared/contract/events.ts'
import type { GroupSettings } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import type { WaitingChat } from '#shared/domain/chat/chat.ts'
import { currentOffering, liveOffers, type Offer } from '#shared/domain/chat/offering.ts'
import { isOpen, nextChange } from '#shared/domain/office-hours/office-hours.ts'
import { type Candidate, inOrder } from './candidate.ts'

/** All that the choice is made from. Times in ms since 1970. */
export interface Situation {
  readonly chat: WaitingChat
  readonly settings: GroupSettings
  /** Members of the chat's group who are there, take chats, and have room for one more. */
  readonly candidates: readonly Candidate[]
  /** Who was in this visitor's last chat. */
  readonly lastAgent: ActorId | null
  readonly now: number
}

/** What is done next for a chat that waits. `until`: look again then; nothing: only a change of something else matters. */
export type Step =
  | { readonly do: 'expire'; readonly agents: readonly ActorId[] }
  | { readonly do: 'announce'; readonly reason: FallbackReason; readonly options: readonly Fallback[] }
  | {
      readonly do: 'offer'
      readonly agents: readonly ActorId[]
      readonly mode: Offer['mode']
      readonly until: number | null
    }
  | { readonly do: 'exhaust' }
  | { readonly do: 'wait'; readonly until: number | null }

/** Decides how a waiting chat finds its agent (R1–R4, R11, W7, W23). Pure; to be asked again after each step but a wait. */
export function chooseStep(situation: Situation): Step {
  const { chat, settings, now } = situation
  const expired = liveOffers(chat).filter(({ until }) => until !== null && until <= now)
  if (expired.length) return { do: 'expire', agents: expired.map(({ agent }) => agent) }
  if (!chat.fallback) {
    if (!isOpen(settings.hours, now)) return { do: 'announce', reason: 'closed', options: bothWays }
    if (now >= givesUpAt(situation)) return { do: 'announce', reason: 'gave-up', options: otherWays(settings) }
  }
  if (!isOpen(settings.hours, now)) return wait(situation)
  const again = ringAgain(situation)
  if (again) return again
  return settings.offer === 'ring-all' || currentOffering(chat).exhausted ? ringAll(situation) : ringNext(situation)
}

/**
 * A chat that was reopened rings those who were in it, one after the other, before anybody else, whatever the group's order is.
 * Where all are rung at once, they are among them once more after that, unless they said no.
 */
function ringAgain(situation: Situation): Step | null {
  const { chat, settings } = situation
  const { tried, exhausted } = currentOffering(chat)
  const theirs = chat.returnsTo ?? []
  const ringing = liveOffers(chat)
  if (exhausted || !theirs.length) return null
  if (ringing.some(({ agent, mode }) => mode === 'one-by-one' && theirs.includes(agent))) return wait(situation)
  if (ringing.length) return null
  const [next] = untried(situation).filter(({ id }) => theirs.includes(id))
  if (next) return ringAlone(situation, next)
  const missed = tried.some((agent) => theirs.includes(agent) && !chat.declinedBy.includes(agent))
  return settings.offer === 'ring-all' && missed ? { do: 'exhaust' } : null
}

function ringAll(situation: Situation): Step {
  const agents = untried(situation).map(({ id }) => id)
  return agents.length ? { do: 'offer', agents, mode: 'ring-all', until: null } : wait(situation)
}

function ringNext(situation: Situation): Step {
  const { chat, settings, lastAgent } = situation
  if (liveOffers(chat).length) return wait(situation)
  const [next] = inOrder(settings.order, untried(situation), lastAgent)
  if (next) return ringAlone(situation, next)
  // Nobody was there to be tried: whoever comes is rung at once.
  if (!currentOffering(chat).tried.length) return wait(situation)
  if (settings.exhausted === 'ring-all') return { do: 'exhaust' }
  return chat.fallback ? wait(situation) : { do: 'announce', reason: 'exhausted', options: otherWays(settings) }
}

const ringAlone = ({ settings, now }: Situation, { id }: Candidate): Step => ({
  do: 'offer',
  agents: [id],
  mode: 'one-by-one',
  until: now + settings.answerWithin * 1000,
})

/** Neither tried nor ringing, and not somebody who just left this very chat. */
function untried({ chat, candidates }: Situation): Candidate[] {
  const { tried } = currentOffering(chat)
  const ringing = liveOffers(chat).map(({ agent }) => agent)
  const spared = new Set([...tried, ...ringing, ...chat.left])
  return candidates.filter(({ id }) => !spared.has(id))
}

function wait(situation: Situation): Step {
  const { chat, settings, now } = situation
  const times = [
    ...liveOffers(chat).map(({ until }) => until),
    nextChange(settings.hours, now),
    chat.fallback ? null : givesUpAt(situation),
  ].filter((time) => time !== null)
  return { do: 'wait', until: times.length ? Math.min(...times) : null }
}

const givesUpAt = ({ chat, settings }: Situation) => chat.waitingSince + settings.giveUpAfter * 1000

const bothWays: readonly Fallback[] = ['leave-message', 'callback']

/** What the group wants to be offered when nobody comes; one that rings all again has not said, so both. */
const otherWays = ({ exhausted }: GroupSettings): readonly Fallback[] =>
  exhausted === 'ring-all' ? bothWays : [exhausted]

import type { Person } from '#shared/contract/actors.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import type { AgentPresence, Dot as PresenceDot } from '#shared/contract/presence.ts'
import { isIn } from '#shared/domain/chat/chat.ts'
import { observersOf } from '#shared/domain/chat/observing.ts'
import { participantDot } from '#shared/domain/presence/dot.ts'
import { type AccountRow, type ChatRow, db } from '../../core/db.ts'
import { partnerOf } from '../../core/other-side.ts'
import { texts } from '../../i18n/texts.ts'
import { useLive } from '../../live/use-live.ts'
import { Dot } from '../../ui/Dot.tsx'
import { toneOfDot } from '../status/status-words.ts'
import { presenceWords } from '../team/presence-words.ts'
import type { ConversationView } from './use-conversation.ts'
import './Participants.css'

/** Somebody of whom this server has said nothing yet. */
const unknown: AgentPresence = { status: 'offline' as StatusId, dot: 'black' }

interface Participant extends Person {
  readonly dot: PresenceDot
  readonly words: string
}

/** The colleagues in a chat that is not over, and how each is: dot and words (A17, P1); then those who observe it (L6). */
export function Participants({ view: { row, account } }: { readonly view: ConversationView }) {
  const participants = useLive(() => readParticipants(row, account), [row, account])
  if (!participants?.length) return null
  return (
    <ul class="participants" aria-label={texts.team.participants}>
      {participants.map(({ id, name, dot, words }) => (
        <li key={id}>
          <Dot tone={toneOfDot[dot]} />
          {/* The heading says their name already. */}
          {!row.chat.to && <bdi>{name}</bdi>}
          <span class="how">{words}</span>
        </li>
      ))}
    </ul>
  )
}

async function readParticipants(row: ChatRow, account: AccountRow): Promise<Participant[]> {
  const { accountId, chat } = row
  if (chat.phase === 'ended') return []
  const others = chat.to ? [partnerOf(row)] : chat.agents.filter(({ id }) => id !== account.agent.id)
  const observers = observersOf(chat).filter(({ id }) => id !== account.agent.id)
  const members = await db.team.bulkGet([...others, ...observers].map(({ id }) => [accountId, id]))
  const observing = observers.map(({ id, name }, i): Participant => {
    const dot = members[others.length + i]?.member.dot ?? unknown.dot
    return { id, name, dot, words: texts.joining.observes }
  })
  const talking = others.map(({ id, name }, i) => {
    const presence = members[i]?.member ?? unknown
    const isHere = isIn(chat, id) || chat.visitor.id === id
    const dot = participantDot(presence.dot, isHere ? 'in' : 'invited')
    const words = presenceWords(account, presence)
    return { id, name, dot, words: isHere ? words : `${texts.status.dots.pink} · ${words}` }
  })
  return [...talking, ...observing]
}

import type { Dot as PresenceDot } from '#shared/contract/presence.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { VisitRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dot } from '../../ui/Dot.tsx'
import { toneOfDot } from '../status/status-words.ts'
import { IdentifiedMark } from './Proof.tsx'
import './AboutVisitor.css'

interface Props {
  readonly chat: Chat
  /** Nothing while nobody knows. */
  readonly visit: VisitRow | null
  readonly isOpen: boolean
  /** The pane that the button opens. */
  readonly pane: string
  readonly onToggle: () => void
}

const t = texts.visitors

/** Beside a visitor's name: whether the site has said who they are (W11), how they are (A17), and the way to what is known of them (A10). */
export function AboutVisitor({ chat, visit, isOpen, pane, onToggle }: Props) {
  const dot = dotOf(chat, visit)
  return (
    <span class="about-visitor">
      {(visit?.identity ?? chat.identity) && <IdentifiedMark />}
      {dot && <Dot tone={toneOfDot[dot]} label={t.dots[dot]} />}
      <IconButton
        icon="info"
        label={t.pane.show}
        aria-expanded={isOpen}
        aria-controls={isOpen ? pane : undefined}
        onClick={onToggle}
      />
    </span>
  )
}

function dotOf(chat: Chat, visit: VisitRow | null): PresenceDot | null {
  if (chat.phase === 'ended') return null
  if (chat.invitation === 'asked') return 'pink'
  return visit && (visit.seen?.dot ?? 'black')
}

import type { ComponentProps } from 'preact'
import { useId, useState } from 'preact/hooks'
import { AboutVisitor } from '../visitors/AboutVisitor.tsx'
import { useVisit } from '../visitors/use-visit.ts'
import { VisitorPane } from '../visitors/VisitorPane.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'

/** The header, and below it what is known of the visitor (A10), when somebody wants to see it. */
export function ConversationTop(props: Omit<ComponentProps<typeof ConversationHeader>, 'about'>) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { accountId, chat } = props.view.row
  const isVisitor = !chat.to
  const visit = useVisit(accountId, chat.visitor.id, isVisitor && (isOpen || chat.phase !== 'ended'))
  const about = isVisitor && (
    <AboutVisitor chat={chat} visit={visit} isOpen={isOpen} pane={id} onToggle={() => setOpen(!isOpen)} />
  )
  return (
    <>
      <ConversationHeader {...props} about={about} />
      {isVisitor && isOpen && <VisitorPane id={id} chat={chat} visit={visit} />}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import './AskFirst.css'

interface Props {
  readonly question: string
  /** What the button says that does it. */
  readonly action: string
  readonly canAct?: boolean
  readonly onAct: () => void
  readonly onKeep: () => void
  /** More to say with it. */
  readonly children?: ComponentChildren
}

/** Asks in place before something is over (A24): nothing is covered, Escape keeps it open. */
export function AskFirst({ question, action, canAct = true, onAct, onKeep, children }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  // Before the next key can arrive: Enter twice ends the chat.
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onKeep()
  }
  return (
    <fieldset class="ask-first" aria-label={question} ref={group} onKeyDown={onKeyDown}>
      <p>{question}</p>
      {children}
      <Button look="danger" disabled={!canAct} onClick={onAct}>
        {action}
      </Button>
      <Button onClick={onKeep}>{texts.conversation.keep}</Button>
    </fieldset>
  )
}

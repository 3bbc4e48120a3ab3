import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import './EndChat.css'

interface Props {
  readonly visitor: string
  readonly onEnd: () => void
  readonly onKeep: () => void
}

const t = texts.conversation

/** Asks in place before a chat is ended (A24): nothing is covered, Escape keeps it open. */
export function EndChat({ visitor, onEnd, onKeep }: Props) {
  const keep = useRef<HTMLFieldSetElement>(null)
  useEffect(() => keep.current?.querySelector('button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onKeep()
  }
  return (
    <fieldset class="end-chat" aria-label={t.endQuestion(visitor)} ref={keep} onKeyDown={onKeyDown}>
      <p>{t.endQuestion(visitor)}</p>
      <Button look="danger" onClick={onEnd}>
        {t.end}
      </Button>
      <Button onClick={onKeep}>{t.keep}</Button>
    </fieldset>
  )
}

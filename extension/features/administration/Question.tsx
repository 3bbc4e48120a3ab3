import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'

interface Props {
  /** Says what happens when it is removed. */
  readonly question: string
  readonly onRemove: () => void
  readonly isBusy: boolean
  readonly problem: string | undefined
  readonly onKeep: () => void
}

const t = texts.administration

/** Asks in place before something is removed; Escape keeps it. */
export function Question({ question, onRemove, isBusy, problem, onKeep }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      class="question"
      aria-label={question}
      ref={group}
      onKeyDown={(event) => event.key === 'Escape' && onKeep()}
    >
      <p>{question}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Button look="danger" disabled={isBusy} onClick={onRemove}>
        {isBusy ? t.removing : t.remove}
      </Button>
      <Button onClick={onKeep}>{t.keep}</Button>
    </fieldset>
  )
}

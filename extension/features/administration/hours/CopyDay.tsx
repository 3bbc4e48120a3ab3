import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import './CopyDay.css'

interface Props {
  /** 0 is Monday. */
  readonly day: number
  readonly onCopy: (days: readonly number[]) => void
  readonly onKeep: () => void
}

const { hours: t, cancel } = texts.administration

/** Asks to which other days the hours of one are copied: the other working days, unless somebody says otherwise. */
export function CopyDay({ day, onCopy, onKeep }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  const [chosen, setChosen] = useState<readonly number[]>([0, 1, 2, 3, 4].filter((one) => one !== day))
  useLayoutEffect(() => group.current?.querySelector('input')?.focus(), [])
  const toggle = (one: number, isIn: boolean) =>
    setChosen(isIn ? [...chosen, one] : chosen.filter((other) => other !== one))
  return (
    <fieldset class="copy-day" ref={group} onKeyDown={(event) => event.key === 'Escape' && onKeep()}>
      <legend>{t.copyQuestion(t.days[day] ?? '')}</legend>
      {t.days.map(
        (name, one) =>
          one !== day && (
            <label key={name}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={(event) => toggle(one, event.currentTarget.checked)}
              />
              {name}
            </label>
          ),
      )}
      <div class="actions">
        <Button disabled={!chosen.length} onClick={() => onCopy(chosen)}>
          {t.copyNow}
        </Button>
        <Button look="quiet" onClick={onKeep}>
          {cancel}
        </Button>
      </div>
    </fieldset>
  )
}

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { readTimes } from './hours-text.ts'

interface DayHoursProps {
  readonly name: string
  /** As `textOfDay` writes it. */
  readonly value: string
  readonly onChange: (times: readonly string[]) => void
}

/** The hours of a day, written; what is no time changes nothing and is said. */
export function DayHours({ name, value, onChange }: DayHoursProps) {
  const id = useId()
  const draft = useSignal<string | null>(null)
  const read = readTimes(draft.value ?? value)
  const problem = 'problem' in read ? read.problem : undefined
  return (
    <div class="day">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="text"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder="closed"
        maxLength={200}
        value={draft.value ?? value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-words`}
        onInput={(event) => {
          draft.value = event.currentTarget.value
          const now = readTimes(draft.value)
          if ('times' in now) onChange(now.times)
        }}
        onBlur={() => {
          if (!problem) draft.value = null
        }}
      />
      <p class="problem" id={`${id}-words`} aria-live="polite">
        {problem && `${problem} It stays ${value === '' ? 'closed' : value}.`}
      </p>
    </div>
  )
}

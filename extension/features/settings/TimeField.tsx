import { useId } from 'preact/hooks'
import { describedBy, FieldNotes } from '../../ui/FieldNotes.tsx'
import { minutesOf, timeFieldOf } from '../administration/hours/clock-time.ts'

interface Props {
  readonly label: string
  /** Of the day, 0 to 1439. */
  readonly minute: number
  readonly onMinute: (minute: number) => void
  readonly hint?: string | undefined
}

/** A time of the day, as the browser has people enter it. While it is not whole it counts as the one before. */
export function TimeField({ label, minute, onMinute, hint }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        type="time"
        class="input"
        id={id}
        required
        value={timeFieldOf(minute)}
        {...describedBy({ id, hint })}
        onChange={(event) => {
          const typed = minutesOf(event.currentTarget.value)
          if (typed !== null) onMinute(typed)
          else event.currentTarget.value = timeFieldOf(minute)
        }}
      />
      <FieldNotes id={id} hint={hint} />
    </div>
  )
}

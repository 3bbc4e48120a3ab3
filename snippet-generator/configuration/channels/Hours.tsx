import { useId } from 'preact/hooks'
import type { ChannelHours } from '#shared/widget-config/channel-hours.ts'
import { DayHours } from './DayHours.tsx'
import { dayNames, days, textOfDay, withDay } from './hours-text.ts'
import { Zone } from './Zone.tsx'
import './Hours.css'

interface HoursProps {
  readonly hours: ChannelHours | undefined
  readonly onChange: (hours: ChannelHours | undefined) => void
}

/** W7: when a channel is in the list; without hours always. */
export function Hours({ hours, onChange }: HoursProps) {
  const id = useId()
  return (
    <fieldset class="choice hours">
      <legend>Hours</legend>
      <label>
        <input
          type="checkbox"
          checked={hours !== undefined}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked ? usualHours() : undefined)}
        />
        Only at certain hours
      </label>
      <p class="hint" id={id}>
        Outside them it is not in the list.
      </p>
      {hours && (
        <>
          <Zone value={hours.zone} onChange={(zone) => onChange({ ...hours, zone })} />
          {days.map((day) => (
            <DayHours
              key={day}
              name={dayNames[day]}
              value={textOfDay(hours, day)}
              onChange={(times) => onChange(withDay(hours, day, times))}
            />
          ))}
        </>
      )}
    </fieldset>
  )
}

const usualHours = (): ChannelHours => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  open: days.slice(0, 5).map((day) => `${day} 09:00-17:00`),
})

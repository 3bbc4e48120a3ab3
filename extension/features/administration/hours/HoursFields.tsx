import { texts } from '../../../i18n/texts.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { Combobox } from '../../../ui/Combobox.tsx'
import { FormPart } from '../groups/FormPart.tsx'
import type { Problems } from '../problems.ts'
import { Holidays } from './Holidays.tsx'
import { HoursNow } from './HoursNow.tsx'
import type { HoursDraft } from './hours-draft.ts'
import { Week } from './Week.tsx'
import { findZones, offsetName, spelledZone } from './zones.ts'

interface Props {
  readonly hours: HoursDraft
  readonly onHours: (hours: HoursDraft) => void
  readonly problems: Problems
}

const t = texts.administration.hours

/** When a group can be reached (D4, W7): always, or by the week with holidays, in a time zone. */
export function HoursFields({ hours, onHours, problems }: Props) {
  const change = (part: Partial<HoursDraft>) => onHours({ ...hours, ...part })
  return (
    <FormPart heading={t.heading}>
      <Choices
        label={t.kind}
        options={t.kinds}
        hints={t.kindHints}
        value={hours.kind}
        onValue={(kind) => change({ kind })}
      />
      {hours.kind === 'weekly' && (
        <>
          <Combobox
            label={t.zone}
            listLabel={t.zoneSuggestions}
            hint={t.zoneHint}
            value={hours.zone}
            onValue={(typed) => change({ zone: spelledZone(typed) })}
            find={findZones}
            detailOf={(zone) => offsetName(zone, Date.now())}
            error={problems['settings.hours.zone']}
          />
          <Week week={hours.week} onWeek={(week) => change({ week })} problems={problems} />
          <Holidays holidays={hours.holidays} onHolidays={(holidays) => change({ holidays })} problems={problems} />
          <HoursNow hours={hours} />
        </>
      )}
    </FormPart>
  )
}

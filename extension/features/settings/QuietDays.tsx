import { texts } from '../../i18n/texts.ts'
import { weekdays } from '../../i18n/times.ts'

interface Props {
  /** 0 is Monday. */
  readonly days: readonly number[]
  readonly onDays: (days: readonly number[]) => void
}

const t = texts.attention.quiet

/** The days on which do-not-disturb begins. */
export const QuietDays = ({ days, onDays }: Props) => (
  <fieldset class="quiet-days">
    <legend>{t.days}</legend>
    <div class="days">
      {weekdays.map((name, day) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={(event) =>
              onDays(event.currentTarget.checked ? [...days, day].toSorted() : days.filter((one) => one !== day))
            }
          />
          {name}
        </label>
      ))}
    </div>
    {!days.length && (
      <p class="hint" role="status">
        {t.noDay}
      </p>
    )}
  </fieldset>
)

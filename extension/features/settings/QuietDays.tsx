import { changeSetting } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { weekdays } from '../../i18n/times.ts'

interface Props {
  /** 0 is Monday. */
  readonly days: readonly number[]
}

const t = texts.attention.quiet

/** The days on which do-not-disturb begins. */
export const QuietDays = ({ days }: Props) => (
  <fieldset class="quiet-days">
    <legend>{t.days}</legend>
    <div class="days">
      {weekdays.map((name, day) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={({ currentTarget }) => choose(day, currentTarget.checked)}
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

const choose = (day: number, isChosen: boolean) =>
  changeSetting('doNotDisturb', ({ days, ...hours }) => {
    const others = days.filter((one) => one !== day)
    return { ...hours, days: isChosen ? [...others, day].toSorted() : others }
  })

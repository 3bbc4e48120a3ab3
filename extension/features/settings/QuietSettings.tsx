import type { QuietHours } from '#shared/domain/do-not-disturb/do-not-disturb.ts'
import { changeSetting } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { QuietDays } from './QuietDays.tsx'
import './QuietSettings.css'
import { TimeField } from './TimeField.tsx'
import { useSetting } from './use-setting.ts'

const t = texts.attention.quiet

const change = (part: Partial<QuietHours>) => changeSetting('doNotDisturb', (before) => ({ ...before, ...part }))

/** When nothing rings and nothing notifies (A22): every day, or on some, by the clock of this computer. */
export function QuietSettings() {
  const { on, from, to, days } = useSetting('doNotDisturb')
  return (
    <div class="settings-group quiet-settings">
      <Checkbox label={t.on} checked={on} onChecked={(next) => change({ on: next })} hint={on ? t.onHint : t.offHint} />
      {on && (
        <>
          <div class="times">
            <TimeField label={t.from} minute={from} onMinute={(next) => change({ from: next })} />
            <TimeField
              label={t.to}
              minute={to}
              onMinute={(next) => change({ to: next })}
              hint={from === to ? t.wholeDay : to < from ? t.overnight : undefined}
            />
          </div>
          <QuietDays days={days} />
        </>
      )}
    </div>
  )
}

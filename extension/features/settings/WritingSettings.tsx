import { writeSetting } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useSetting } from './use-setting.ts'

const t = texts.settings

/** What Enter does in the composer (A18). */
export function WritingSettings() {
  const enterSends = useSetting('enterSends')
  return (
    <Checkbox
      label={t.enterSends}
      checked={enterSends}
      onChecked={(next) => writeSetting('enterSends', next)}
      hint={enterSends ? t.enterSendsOn : t.enterSendsOff}
    />
  )
}

import { writeSetting } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { strikeBell } from '../../platform/strike-bell.ts'
import { Button } from '../../ui/Button.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { useSetting } from './use-setting.ts'

const t = texts.settings

/** How loud the bell rings, with a try (A22). */
export function SoundSettings() {
  const volume = useSetting('volume')
  return (
    <div class="settings-group">
      <Slider
        label={t.volume}
        value={volume}
        onValue={(next) => writeSetting('volume', next)}
        hint={volume === 0 ? t.silent : undefined}
      />
      <Button icon="sound" disabled={volume === 0} onClick={() => strikeBell(volume)}>
        {t.test}
      </Button>
    </div>
  )
}

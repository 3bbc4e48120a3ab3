import { useId } from 'preact/hooks'
import { sounds, writeSetting } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { strikeBell } from '../../platform/strike-bell.ts'
import { Button } from '../../ui/Button.tsx'
import { optionsOf } from '../../ui/Select.tsx'
import { Slider } from '../../ui/Slider.tsx'
import '../../ui/Field.css'
import '../../ui/Select.css'
import './SoundSettings.css'
import { useSetting } from './use-setting.ts'

const t = texts.attention.sound

/** What rings and how loud, with a try (A22). */
export function SoundSettings() {
  const id = useId()
  const volume = useSetting('volume')
  const sound = useSetting('sound')
  return (
    <div class="settings-group sound-settings">
      <div class="field">
        <label for={id}>{t.label}</label>
        <div class="chosen">
          <select
            id={id}
            class="input select"
            value={sound}
            onChange={(event) => {
              const chosen = sounds.find((one) => one === event.currentTarget.value)
              if (chosen) void writeSetting('sound', chosen)
            }}
          >
            {optionsOf(t.names)}
          </select>
          <Button icon="sound" disabled={volume === 0} onClick={() => strikeBell({ sound, volume })}>
            {t.play}
          </Button>
        </div>
      </div>
      <Slider
        label={texts.settings.volume}
        value={volume}
        onValue={(next) => writeSetting('volume', next)}
        hint={volume === 0 ? texts.settings.silent : undefined}
      />
    </div>
  )
}

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { GroupId } from '#shared/contract/ids.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { writeAddress } from '../address.ts'
import { Controls } from './Controls.tsx'
import { useSimulation } from './use-simulation.ts'
import { asChosen, type View, Views } from './Views.tsx'
import './Preview.css'

/** G4: the real widget of this server with the settings as they are now, and an agent who is simulated. */
export function Preview({ config }: { config: FrameConfig }) {
  const view = useSignal<View>({ size: 'desktop', light: 'auto', side: 'chosen', language: 'chosen' })
  const visit = useSignal(1)
  const frame = useRef<HTMLIFrameElement>(null)
  const simulation = useSimulation((config.group || undefined) as GroupId | undefined)
  const { size, light } = view.value
  const loadAgain = () => {
    visit.value += 1
  }
  const address = `preview.html#${writeAddress({ tab: 'configuration', config: asChosen(config, view.value) })}`
  return (
    <div class="preview">
      <p>
        This is the real widget on this server: press the button and write. Who answers is simulated: no agent sees or
        hears of what is written here, and it is deleted after a day.
      </p>
      <Views view={view} onReload={loadAgain} />
      <div class="stage">
        <div class={`device ${size}`}>
          {/* A new key is a new frame: a change after # alone would not load the page again. */}
          <iframe ref={frame} key={`${visit.value} ${address}`} class={light} src={address} title="Sample page" />
        </div>
        {/* Of the same origin: its own script takes the call, as from the page itself. */}
        <Controls
          simulation={simulation}
          closePanel={() => frame.current?.contentWindow?.Deskbell?.('close')}
          loadAgain={loadAgain}
        />
      </div>
    </div>
  )
}

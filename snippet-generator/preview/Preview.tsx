import { useSignal } from '@preact/signals'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { writeAddress } from '../address.ts'
import { Choice } from '../configuration/Choice.tsx'
import './Preview.css'

type Size = 'desktop' | 'phone'
type Light = 'auto' | 'light' | 'dark'

/** G4: the real widget of this server, with the settings as they are now, on a page of its own. */
export function Preview({ config }: { config: FrameConfig }) {
  const size = useSignal<Size>('desktop')
  const light = useSignal<Light>('auto')
  const visit = useSignal(1)
  const address = `preview.html#${writeAddress({ tab: 'configuration', config })}`
  return (
    <div class="preview">
      <p>
        This is the real widget on this server: press the button and write. Your request rings at every agent who is
        signed in with the extension; while none is, nobody answers. <a href="/#extension">Get the extension</a>
      </p>
      <div class="views">
        <Choice
          inRow
          label="Size"
          options={[
            { value: 'desktop', name: 'Desktop' },
            { value: 'phone', name: 'Phone' },
          ]}
          value={size.value}
          onChange={(value) => {
            size.value = value
          }}
        />
        <Choice
          inRow
          label="Page"
          options={[
            { value: 'auto', name: 'As this device' },
            { value: 'light', name: 'Light' },
            { value: 'dark', name: 'Dark' },
          ]}
          value={light.value}
          onChange={(value) => {
            light.value = value
          }}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            visit.value += 1
          }}
        >
          Load again
        </button>
      </div>
      <div class={`device ${size.value}`}>
        {/* A new key is a new frame: a change after # alone would not load the page again. */}
        <iframe key={`${visit.value} ${address}`} class={light.value} src={address} title="Sample page" />
      </div>
    </div>
  )
}

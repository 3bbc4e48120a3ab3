import type { Signal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { type Language, languages } from '#shared/i18n/languages.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice } from '../configuration/Choice.tsx'

/** How the preview is looked at: what is chosen here is tried out, and does not change the code. */
export interface View {
  readonly size: 'desktop' | 'phone'
  readonly light: 'auto' | 'light' | 'dark'
  readonly side: 'chosen' | 'left' | 'right'
  readonly language: 'chosen' | Language
}

export const asChosen = (config: FrameConfig, { side, language }: View): FrameConfig => ({
  ...config,
  ...(side !== 'chosen' && { side }),
  ...(language !== 'chosen' && { language }),
})

export function Views({ view, onReload }: { view: Signal<View>; onReload: () => void }) {
  const field = useId()
  const set = (part: Partial<View>) => {
    view.value = { ...view.value, ...part }
  }
  return (
    <div class="views">
      <Choice
        inRow
        label="Size"
        options={[
          { value: 'desktop', name: 'Desktop' },
          { value: 'phone', name: 'Phone' },
        ]}
        value={view.value.size}
        onChange={(size) => set({ size })}
      />
      <Choice
        inRow
        label="Page"
        options={[
          { value: 'auto', name: 'As this device' },
          { value: 'light', name: 'Light' },
          { value: 'dark', name: 'Dark' },
        ]}
        value={view.value.light}
        onChange={(light) => set({ light })}
      />
      <Choice
        inRow
        label="Side"
        options={[
          { value: 'chosen', name: 'As chosen' },
          { value: 'left', name: 'Left' },
          { value: 'right', name: 'Right' },
        ]}
        value={view.value.side}
        onChange={(side) => set({ side })}
      />
      <label for={field}>
        Language
        <select
          id={field}
          value={view.value.language}
          onChange={({ currentTarget }) => set({ language: currentTarget.value as View['language'] })}
        >
          <option value="chosen">As chosen</option>
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" onClick={onReload}>
        Load again
      </button>
    </div>
  )
}

import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { TextInput } from './TextInput.tsx'
import { oftenChanged, seldomChanged, type TextField } from './text-fields.ts'
import { withText } from './with-text.ts'

type TextsOf = WidgetConfig['texts']

export function Texts({ values, onChange }: { values: TextsOf; onChange: (texts: TextsOf) => void }) {
  const input = (field: TextField) => (
    <TextInput
      key={field.key}
      field={field}
      value={values[field.key] ?? ''}
      onChange={(text) => onChange(withText(values, field.key, text))}
    />
  )
  return (
    <>
      <p class="hint">
        Leave a field empty to use our words, which come in the visitor’s language. Yours are shown to everybody as you
        write them.
      </p>
      {oftenChanged.map(input)}
      <details open={seldomChanged.some(({ key }) => key in values)}>
        <summary>All other texts</summary>
        <div class="fields">
          <p class="hint">
            Keep <code>{'{name}'}</code> and <code>{'{count}'}</code> where they stand: the widget puts a name, a time
            or a number there.
          </p>
          {seldomChanged.map(input)}
        </div>
      </details>
    </>
  )
}

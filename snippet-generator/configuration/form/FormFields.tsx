import { fieldLimits, fieldTypes } from '#shared/domain/fields/field.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'
import { AddButtons } from '../../list/AddButtons.tsx'
import { SortedList } from '../../list/SortedList.tsx'
import { FieldCard } from './FieldCard.tsx'
import { fieldKinds } from './field-kinds.ts'
import { keyOfLabel } from './key-of-label.ts'

type Fields = FrameConfig['fields']

const kinds = fieldTypes.map((kind) => ({ kind, name: fieldKinds[kind].name }))

/** W9: what visitors are asked before a chat, besides their name. */
export function FormFields({ fields, onChange }: { fields: Fields; onChange: (fields: Fields) => void }) {
  const add = (type: FormField['type']) => {
    const label = fieldKinds[type].example
    const key = keyOfLabel(
      label,
      fields.map((field) => field.key),
    )
    onChange([
      ...fields,
      { key, type, label, ...(type === 'consent' && { required: true }), ...(type === 'list' && { options: [] }) },
    ])
  }
  return (
    <>
      <p class="hint">
        Every field costs you visitors who leave instead: ask only what an agent needs. What your site passes along by
        the JavaScript API is filled in already, and a form that is complete is not shown at all.
      </p>
      <SortedList
        label="Fields of the form"
        items={fields}
        nameOf={({ label, type }) => label.trim() || fieldKinds[type].name}
        onChange={onChange}
        content={(field, replace, index) => (
          <FieldCard field={field} others={fields.filter((_, place) => place !== index)} onChange={replace} />
        )}
      />
      {fields.length < fieldLimits.fields ? (
        <AddButtons label="Add a field" kinds={kinds} onAdd={add} />
      ) : (
        <p class="hint">These are {fieldLimits.fields} fields, which is as many as a form takes.</p>
      )}
    </>
  )
}

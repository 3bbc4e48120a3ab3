import { useId } from 'preact/hooks'
import { type FieldType, fieldLimits, fieldTypes } from '#shared/domain/fields/field.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'
import { TextLine } from '../TextLine.tsx'
import { fieldKinds } from './field-kinds.ts'
import { fieldProblems } from './field-problems.ts'
import { keyOfLabel } from './key-of-label.ts'
import { Options } from './Options.tsx'

interface FieldCardProps {
  readonly field: FormField
  readonly others: readonly FormField[]
  readonly onChange: (field: FormField) => void
}

export function FieldCard({ field, others, onChange }: FieldCardProps) {
  const id = useId()
  const problems = fieldProblems(field, others)
  const taken = others.map(({ key }) => key)
  const rename = (label: string) => {
    // A key that somebody chose stays theirs.
    const isMade = field.key === keyOfLabel(field.label, taken)
    onChange({ ...field, label, key: isMade ? keyOfLabel(label, taken) : field.key })
  }
  return (
    <>
      <div class="pair">
        <TextLine
          label="Label"
          value={field.label}
          maxLength={fieldLimits.label}
          hint="As visitors read it."
          problem={problems.label}
          onChange={rename}
        />
        <div class="field">
          <label for={id}>Type</label>
          <select
            id={id}
            value={field.type}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange(withType(field, event.currentTarget.value as FieldType))}
          >
            {fieldTypes.map((type) => (
              <option key={type} value={type}>
                {fieldKinds[type].name}
              </option>
            ))}
          </select>
          <p class="hint" id={`${id}-hint`}>
            {fieldKinds[field.type].hint}
          </p>
        </div>
      </div>
      {field.type === 'list' && (
        <Options
          options={field.options ?? []}
          problem={problems.options}
          onChange={(options) => onChange({ ...field, options })}
        />
      )}
      <div class="pair">
        <label class="tick">
          <input
            type="checkbox"
            checked={field.required === true || field.type === 'consent'}
            disabled={field.type === 'consent'}
            onChange={(event) => onChange(withRequired(field, event.currentTarget.checked))}
          />
          Must be answered
        </label>
        <TextLine
          label="Key for programs"
          isCode
          value={field.key}
          maxLength={40}
          hint={`In code: Deskbell('fields', {${field.key}: …})`}
          problem={problems.key}
          onChange={(key) => onChange({ ...field, key })}
        />
      </div>
    </>
  )
}

/** Consent that need not be given is none; options belong to lists alone. */
function withType({ required, options, ...field }: FormField, type: FieldType): FormField {
  return {
    ...field,
    type,
    ...((required || type === 'consent') && { required: true }),
    ...(type === 'list' && { options: options ?? [] }),
  }
}

function withRequired({ required: _, ...field }: FormField, required: boolean): FormField {
  return required ? { ...field, required } : field
}

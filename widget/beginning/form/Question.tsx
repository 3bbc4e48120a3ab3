import { fieldLimits } from '#shared/domain/fields/field.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'
import type { View } from '../../chat/view.ts'
import { isRequired } from './answers.ts'
import type { Form } from './open-form.ts'

interface Props {
  readonly field: FormField
  readonly form: Form
  readonly t: View['t']
}

/** One question with its words, what answers it, and below it what is wrong with the answer. */
export function Question({ field, form, t }: Props) {
  const { key, type, label } = field
  const required = isRequired(field)
  const problem = form.problem(key)
  const answer = form.answer(key)
  const ticks = type === 'checkbox' || type === 'consent'
  const shared = {
    id: `field-${key}`,
    'aria-describedby': `field-${key}-wrong`,
    'aria-invalid': problem !== null,
    required,
  }
  return (
    <div class={ticks ? 'field tick' : 'field'}>
      {ticks && (
        <input
          {...shared}
          type="checkbox"
          checked={answer === 'true'}
          onInput={({ currentTarget }) => form.change(key, `${currentTarget.checked}`)}
        />
      )}
      <label for={shared.id} dir="auto">
        {required || ticks ? label : t('optional', { name: label })}
      </label>
      {type === 'list' && (
        <select {...shared} value={answer} onInput={({ currentTarget }) => form.change(key, currentTarget.value)}>
          <option value="">{t('chooseOne')}</option>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
      {!ticks && type !== 'list' && (
        <input
          {...shared}
          {...kinds[type]}
          maxLength={fieldLimits.value}
          value={answer}
          onInput={({ currentTarget }) => form.change(key, currentTarget.value)}
        />
      )}
      <span id={`field-${key}-wrong`} class="wrong" role="alert">
        {problem && t(words(field, problem))}
      </span>
    </div>
  )
}

/** Numbers and addresses run from left to right in every language. Not type=number: it hides what it does not understand. */
const kinds = {
  text: { dir: 'auto' },
  email: { type: 'email', autocomplete: 'email', dir: 'ltr' },
  phone: { type: 'tel', autocomplete: 'tel', dir: 'ltr' },
  number: { inputMode: 'decimal', dir: 'ltr' },
  date: { type: 'date' },
} as const

function words({ type }: FormField, problem: 'missing' | 'wrong') {
  if (problem === 'missing') return type === 'consent' ? 'consentMissing' : 'fieldMissing'
  if (type === 'email' || type === 'phone' || type === 'number' || type === 'date') return `${type}Wrong` as const
  return 'fieldMissing'
}

import type { View } from '../../chat/view.ts'
import type { Form } from './open-form.ts'
import { Question } from './Question.tsx'

/** The owner's questions in their order (W9). */
export const Questions = ({ view, form }: { readonly view: View; readonly form: Form }) => (
  <>
    {form.fields.map((field) => (
      <Question key={field.key} field={field} form={form} t={view.t} />
    ))}
  </>
)

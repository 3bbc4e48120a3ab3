import fc from 'fast-check'
import { fieldTypes } from '#shared/domain/fields/field.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'

const required = fc.constantFrom({}, { required: true })
const key = fc.stringMatching(/^[a-zA-Z]\w{0,39}$/)

/** Any question that an owner can put into the form; written without spaces around it, as it is read. */
export function anyField(text: fc.Arbitrary<string>): fc.Arbitrary<FormField> {
  const words = text
    .map((value) => value.trim().slice(0, 100).trim())
    .filter((value) => value !== '' && value.isWellFormed() && !value.includes('\0'))
  const options = fc.uniqueArray(words, { minLength: 1, maxLength: 5 })
  return fc
    .tuple(fc.constantFrom(...fieldTypes), key, words, required, options)
    .map(([type, name, label, more, offered]) => ({
      key: name,
      type,
      label,
      ...more,
      ...(type === 'list' && { options: offered }),
    }))
}

import * as v from 'valibot'
import { fieldLimits, fieldTypes, isFieldKey } from '#shared/domain/fields/field.ts'
import { text } from './fields.ts'
import { wellFormed } from './text.ts'

const FieldKey = v.pipe(v.string(), v.check(isFieldKey, 'must be a key such as orderNumber'))
const value = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(fieldLimits.value), wellFormed)

/** What a visitor answered to one question of the form before a chat (W9), under its label; checkboxes say true or false. */
const GivenField = v.object({
  key: FieldKey,
  type: v.picklist(fieldTypes),
  /** As the visitor read it: of consent, what they agreed to. */
  label: text(fieldLimits.label),
  value,
  /** Where a phone number without + is dialled, such as DE. */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country such as DE'))),
})
export type GivenField = v.InferOutput<typeof GivenField>

export const GivenFields = v.pipe(
  v.array(GivenField),
  v.maxLength(fieldLimits.fields, `must be at most ${fieldLimits.fields} fields`),
  v.check((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'must have each key once'),
)

/** As it is kept: checked, phone numbers in E.164. Nobody has signed it: it is what the visitor, or the page, says. */
export const KnownField = v.object({
  key: v.string(),
  type: v.picklist(fieldTypes),
  label: v.string(),
  value: v.string(),
  /** When they said it, ms since 1970. */
  at: v.number(),
})
export type KnownField = v.InferOutput<typeof KnownField>

import { type FieldType, fieldLimits, fieldTypes, isFieldKey } from '#shared/domain/fields/field.ts'

/** Read by what shows them alone: few widgets ask anything. */
export interface FormConfig {
  /** What visitors are asked before a chat begins (W9), in this order; at most 20. */
  readonly fields: readonly FormField[]
}

/** One question before a chat (W9). */
export interface FormField {
  readonly key: string
  readonly type: FieldType
  /** What visitors read. Of consent: what they agree to. */
  readonly label: string
  /** Consent always is. */
  readonly required?: boolean
  /** What a list offers. */
  readonly options?: readonly string[]
}

/** An owner's questions, from whatever their page gave as its settings. What is wrong is left out, and told in a sentence. */
export function readFields({ fields: given = [] }: { readonly fields?: unknown }): {
  fields: FormField[]
  problems: string[]
} {
  if (!Array.isArray(given)) return { fields: [], problems: ['fields must be a list of {"key", "type", "label"}'] }
  const fields: FormField[] = []
  const problems: string[] = []
  for (const [place, value] of given.entries()) {
    const field = Object(value)
    const problem =
      fields.length < fieldLimits.fields ? problemOf(field, fields) : `is one more than ${fieldLimits.fields}`
    if (problem) problems.push(`fields[${place}] ${problem}`)
    else fields.push(fieldOf(field))
  }
  return { fields, problems }
}

type Given = { readonly [key in keyof FormField]?: unknown }

const fieldOf = ({ key, type, label, required, options }: Given): FormField => ({
  key: key as string,
  type: type as FieldType,
  label: `${label}`.trim(),
  ...(required === true && { required }),
  ...(type === 'list' && { options: (options as string[]).map((option) => option.trim()) }),
})

function problemOf(
  { key, type, label, required = false, options }: Given,
  others: readonly FormField[],
): string | undefined {
  if (typeof key !== 'string' || !isFieldKey(key))
    return 'needs a key of at most 40 letters, digits and _, a letter first'
  if (others.some((other) => other.key === key)) return `has the key ${key}, which another one has`
  if (!fieldTypes.includes(type as FieldType)) return `must have a type: ${fieldTypes.join('|')}`
  if (!isText(label, fieldLimits.label)) return `needs a label of at most ${fieldLimits.label} characters`
  if (typeof required !== 'boolean') return 'must have true or false for required'
  if (type === 'list' && !isOptions(options)) return `needs options: 1 to ${fieldLimits.options} different texts`
  return undefined
}

const isText = (given: unknown, longest: number) =>
  typeof given === 'string' && given.trim() !== '' && given.length <= longest && given.isWellFormed()

const isOptions = (given: unknown) =>
  Array.isArray(given) &&
  given.length > 0 &&
  given.length <= fieldLimits.options &&
  given.every((option) => isText(option, 200)) &&
  new Set(given.map((option) => option.trim())).size === given.length

import { fieldLimits, isFieldKey } from '#shared/domain/fields/field.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'

/** What keeps a field out of the snippet, in a sentence for each of its parts; nothing where it is complete. */
export interface FieldProblems {
  readonly label?: string
  readonly key?: string
  readonly options?: string
}

/** @param others the other fields of the same form */
export function fieldProblems(field: FormField, others: readonly FormField[]): FieldProblems {
  return {
    ...(field.label.trim() === '' && { label: 'Write what visitors read: until then the field is left out.' }),
    ...keyProblem(field.key, others),
    ...(field.type === 'list' && optionsProblem(field.options ?? [])),
  }
}

function keyProblem(key: string, others: readonly FormField[]): FieldProblems {
  if (!isFieldKey(key))
    return { key: 'A key is at most 40 letters, digits and _, with a letter first, such as orderNumber.' }
  const twin = others.find((other) => other.key === key)
  return twin ? { key: `“${twin.label}” has this key already: give each field its own.` } : {}
}

function optionsProblem(options: readonly string[]): FieldProblems {
  if (options.length === 0) return { options: 'Write at least one option: until then the field is left out.' }
  if (options.length > fieldLimits.options)
    return { options: `These are ${options.length} options; a list takes at most ${fieldLimits.options}.` }
  const long = options.find((option) => option.length > LONGEST_OPTION)
  if (long !== undefined) return { options: `“${long.slice(0, 40)}…” has more than ${LONGEST_OPTION} characters.` }
  const twice = options.find((option, place) => options.indexOf(option) !== place)
  return twice === undefined ? {} : { options: `“${twice}” is there twice.` }
}

/** In characters. */
const LONGEST_OPTION = 200

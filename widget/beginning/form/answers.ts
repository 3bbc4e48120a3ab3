import type { GivenField } from '#shared/contract/visitor-fields.ts'
import { fieldLimits, isFieldValue } from '#shared/domain/fields/field.ts'
import type { FormField } from '#shared/widget-config/read-fields.ts'

/** Answers by the keys of their questions. */
export type Answers = ReadonlyMap<string, string>

/** Whether a chat cannot begin without it. */
export const isRequired = ({ type, required }: FormField) => required === true || type === 'consent'

/** What is wrong with the answer to a question: nothing was said, or nothing that it could be. */
export function problemWith(field: FormField, answer: string): 'missing' | 'wrong' | null {
  const said = readAnswer(field, answer)
  if (!said || (said === 'false' && isRequired(field))) return isRequired(field) ? 'missing' : null
  if (field.type === 'list' && !field.options?.includes(said)) return 'wrong'
  return isFieldValue(field.type, said) ? null : 'wrong'
}

/** As it is sent: a number with a point, also where people write it with a comma. */
const readAnswer = ({ type }: FormField, answer: string) =>
  type === 'number' ? answer.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2') : answer.trim()

/**
 * What goes with the chat: the answers in the order of the questions, and what the page said besides.
 * @param country where a number without + is dialled
 */
export function givenFields(
  fields: readonly FormField[],
  answers: Answers,
  besides: Answers,
  country: string | undefined,
): GivenField[] {
  const asked = fields.flatMap((field): GivenField[] => {
    const { key, type, label } = field
    const value = readAnswer(field, answers.get(key) ?? '')
    if (!value || problemWith(field, value)) return []
    return [{ key, type, label, value, ...(type === 'phone' && country && { country }) }]
  })
  const more = [...besides].flatMap(([key, value]): GivenField[] =>
    fields.some((field) => field.key === key) ? [] : [{ key, type: 'text', label: wordsOf(key), value }],
  )
  return [...asked, ...more].slice(0, fieldLimits.fields)
}

/** `orderNumber`, `order_number`: `Order number`. */
function wordsOf(key: string): string {
  const words = key
    .replace(/_+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

import { refuse } from '#shared/contract/refusals.ts'
import type { GivenField, KnownField } from '#shared/contract/visitor-fields.ts'
import { type FieldType, isFieldValue } from '#shared/domain/fields/field.ts'
import { Refused } from '../../domain/refused.ts'
import { readPhone } from '../follow-ups/read-phone.ts'

/**
 * What a visitor answered before a chat (W9), as it is kept: each value one of its type, phone numbers in E.164 as callbacks have
 * them. Refuses with `invalid-request` and an issue for each field that is not so, `fields.<key>: <why>`.
 * @param now ms since 1970: when they said it, which for a consent is when they agreed
 */
export function checkFields(given: readonly GivenField[], now: number): KnownField[] {
  const read = given.map((field) => ({ ...field, value: readValue(field) }))
  const issues = read.flatMap(({ key, type, value }) => (value === null ? [`fields.${key}: ${must[type]}`] : []))
  const [first] = issues
  if (first) throw new Refused(refuse('invalid-request', `The chat has not begun. ${first}.`, { issues }))
  return read.flatMap(({ key, type, label, value }) => (value === null ? [] : { key, type, label, value, at: now }))
}

const readValue = ({ type, value, country }: GivenField): string | null =>
  type === 'phone' ? readPhone(value, country) : isFieldValue(type, value) ? value : null

const must: Record<FieldType, string> = {
  text: 'must be a text',
  list: 'must be one of the choices',
  email: 'must be an e-mail address',
  phone: 'must be a phone number that can be called; begin with + and the country’s number',
  number: 'must be a number, such as 12 or 3.5',
  date: 'must be a day that there is, such as 2028-02-29',
  checkbox: 'must be true or false',
  consent: 'must be agreed to',
}

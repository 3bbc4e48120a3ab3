import { limits } from '#shared/contract/limits.ts'

/** What an owner can ask before a chat begins (W9). */
export const fieldTypes = ['text', 'email', 'phone', 'number', 'date', 'list', 'checkbox', 'consent'] as const
export type FieldType = (typeof fieldTypes)[number]

/** `fields` and `options` are numbers of them, the others characters. */
export const fieldLimits = { fields: 20, options: 100, label: 500, value: 1_000 } as const

/** How a field is called in the owner's own systems. */
export const isFieldKey = (key: string): boolean => /^[a-z]\w{0,39}$/i.test(key)

/**
 * Whether a value is one of its type, as far as that can be told without asking anybody: whether a phone number exists is for the
 * server to say. Checkboxes are `true` or `false`; consent is given or there is none.
 * @param value trimmed, not empty
 */
export const isFieldValue = (type: FieldType, value: string): boolean =>
  value.length <= fieldLimits.value && is[type](value)

const anything = () => true
const is: Record<FieldType, (value: string) => boolean> = {
  text: anything,
  list: anything,
  email: (value) => value.length <= limits.email && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  phone: (value) => value.length <= limits.phone && /\d.*\d/.test(value) && /^\+?[\d\s()./-]+$/.test(value),
  number: (value) => value.length <= 30 && /^[+-]?\d+(\.\d+)?$/.test(value),
  date: isDate,
  checkbox: (value) => value === 'true' || value === 'false',
  consent: (value) => value === 'true',
}

/** A day that there is, such as 2028-02-29. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

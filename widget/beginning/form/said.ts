import type { SignedIdentity } from '#shared/contract/identity.ts'
import { fieldLimits, isFieldKey } from '#shared/domain/fields/field.ts'
import type { Visit } from '../../boot/visit.ts'

/** What the page says of its visitor through its API (W33), as far as it is something. */
export interface Said {
  /** What a server can verify; nothing when the page claims without signing. */
  readonly signed: SignedIdentity | null
  /** Values by their keys, unsigned: those of `fields` before those of `identify`. */
  readonly values: ReadonlyMap<string, string>
}

/** Never throws, whatever the page gave. */
export function readSaid({ identify, fields }: Visit['said']): Said {
  const { token, hash, ...claims } = objectIn(identify)
  const isSigned = token !== undefined || hash !== undefined
  const { id, name, email, phone, ...custom } = claims
  return {
    signed: isSigned ? textsOf({ token, hash, name, email, phone, id }) : null,
    values: new Map([
      ...valuesIn(isSigned ? { name, email, phone, ...custom } : claims),
      ...valuesIn(objectIn(fields)),
    ]),
  }
}

const valuesIn = (given: object) =>
  Object.entries(given).flatMap(([key, value]): [string, string][] => {
    const text = textOf(value)?.trim()
    return text && isFieldKey(key) && text.length <= fieldLimits.value ? [[key, text]] : []
  })

const textsOf = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (textOf(value) ? [[key, textOf(value)]] : [])))

const textOf = (value: unknown) =>
  /^(string|number|boolean)$/.test(typeof value) ? `${value}`.toWellFormed().replaceAll('\0', '\ufffd') : undefined

function objectIn(json: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}

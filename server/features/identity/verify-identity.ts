import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Identity, SignedIdentity } from '#shared/contract/identity.ts'
import { limits } from '#shared/contract/limits.ts'
import { isFieldValue } from '#shared/domain/fields/field.ts'

import { readPhone } from '../follow-ups/read-phone.ts'
import { readToken } from './read-token.ts'
import { wrong } from './wrong-identity.ts'

/** A visitor as their site has signed them. */
export interface Verified {
  readonly name: string
  readonly identity: Identity
}

const longestId = 200

/**
 * Who the site says that its visitor is (W11). Signed with the server's secret by HMAC-SHA256: either a JWT (RFC 7519, HS256 and
 * nothing else), or an id with its HMAC. Compares in constant time. Refuses with `invalid-identity` and a sentence for the
 * site's developer; it never repeats what was given.
 * @param now ms since 1970
 */
export function verifyIdentity(given: SignedIdentity, secret: string, now: number): Verified {
  if (given.token !== undefined) {
    const { sub, id, ...claims } = readToken(given.token, secret, now)
    return verified(sub ?? id, claims, ['name', 'email', 'phone'])
  }
  if (given.id === undefined) throw wrong('It needs a token, or an id with its hash.')
  if (given.hash === undefined) throw wrong('An id counts only with its hash.')
  const id = idOf(given.id)
  const hash = /^[\da-f]{64}$/i.test(given.hash) ? Buffer.from(given.hash, 'hex') : null
  if (!hash) throw wrong('The hash must be the HMAC-SHA256 of the id as 64 hexadecimal digits.')
  if (!timingSafeEqual(hash, createHmac('sha256', secret).update(id).digest()))
    throw wrong('The hash does not belong to this id and this server’s secret.')
  return verified(id, given, [])
}

type Claims = Readonly<Record<string, unknown>>

/** What is no name, address or number is left out: the id alone says who it is. */
function verified(given: unknown, claims: Claims, signs: Identity['signed']): Verified {
  const id = idOf(given)
  const name = textIn(claims.name)
  const email = textIn(claims.email)
  const phone = textIn(claims.phone)
  const known = {
    ...(isFieldValue('email', email) && { email }),
    ...(phone && isFieldValue('phone', phone) && { phone: readPhone(phone) ?? phone }),
  }
  return {
    name: (name || known.email || id).slice(0, limits.name).toWellFormed(),
    identity: { id, ...known, signed: signs.filter((detail) => detail in known || (detail === 'name' && name)) },
  }
}

function idOf(given: unknown): string {
  const id = Number.isSafeInteger(given) ? String(given) : given
  if (typeof id !== 'string' || id.trim() === '')
    throw wrong('It must say who it is: a sub or id that is a text or a whole number.')
  if (id.length > longestId) throw wrong(`The id is longer than ${longestId} characters.`)
  if (!isStorable(id)) throw wrong('The id has characters that are none.')
  return id
}

const textIn = (given: unknown) => (typeof given === 'string' && isStorable(given) ? given.trim() : '')
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

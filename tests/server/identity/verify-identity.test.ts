import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignedIdentity } from '#shared/contract/identity.ts'
import { limits } from '#shared/contract/limits.ts'
import { Refused } from '../../../server/domain/refused.ts'
import { verifyIdentity } from '../../../server/features/identity/verify-identity.ts'
import { aToken, hashOfId } from './sign.ts'

const secret = 'the secret of this server'
const now = Date.UTC(2026, 10, 21)
const seconds = now / 1000

const verify = (given: SignedIdentity) => verifyIdentity(given, secret, now)
function refusalOf(given: SignedIdentity): string {
  try {
    verify(given)
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'invalid-identity') return error.message
    throw error
  }
  throw new Error('It was not refused.')
}
const ofClaims = (claims: unknown, header?: unknown) => refusalOf({ token: aToken(claims, secret, header) })

describe('W11: an identity that the site has signed', () => {
  it('is a token with who it is, and everything in it is signed', () => {
    const claims = { sub: '42', name: ' Vera ', email: 'vera@example.com', phone: '+49 30 901820', exp: seconds + 60 }
    expect(verify({ token: aToken(claims, secret) })).toEqual({
      name: 'Vera',
      identity: {
        id: '42',
        email: 'vera@example.com',
        phone: '+4930901820',
        signed: ['name', 'email', 'phone'],
      },
    })
  })

  it('reads a token that another library made', () => {
    const token =
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'
    expect(verifyIdentity({ token }, 'your-256-bit-secret', now)).toEqual({
      name: 'John Doe',
      identity: { id: '1234567890', signed: ['name'] },
    })
  })

  it('is an id with its hash, and what stands beside them is not signed', () => {
    const given = { id: 42, hash: hashOfId('42', secret).toUpperCase(), name: 'Vera', email: 'vera@example.com' }
    expect(verify(given)).toEqual({ name: 'Vera', identity: { id: '42', email: 'vera@example.com', signed: [] } })
  })

  it('is called by its address, else by its id, where the site gives no name', () => {
    expect(verify({ token: aToken({ sub: 'v', email: 'vera@example.com' }, secret) }).name).toBe('vera@example.com')
    expect(verify({ token: aToken({ id: 7, name: '  ', email: 'none' }, secret) })).toEqual({
      name: '7',
      identity: { id: '7', signed: [] },
    })
  })

  it('counts the token where both are given: the stronger of the two', () => {
    const hash = hashOfId('eve', secret)
    expect(verify({ token: aToken({ sub: 'vera' }, secret), id: 'eve', hash }).identity.id).toBe('vera')
    expect(refusalOf({ token: 'none', id: 'eve', hash })).toMatch(/no JWT/)
  })
})

describe('W11: an identity that does not count is refused in a sentence', () => {
  it('with an algorithm that is not HS256, none among them', () => {
    for (const alg of ['none', 'None', 'HS512', 'RS256', '', null, ['HS256'], undefined])
      expect(ofClaims({ sub: '42' }, { alg })).toMatch(/must be signed with HS256/)
    const [head, body] = aToken({ sub: '42' }, secret, { alg: 'none' }).split('.')
    expect(refusalOf({ token: `${head}.${body}.` })).toMatch(/must be signed with HS256/)
    expect(ofClaims({ sub: '42' }, { alg: 'HS256', crit: ['b64'], b64: false })).toMatch(/crit/)
  })

  it('with another secret, another signature, or none', () => {
    const wrong = /signature is not that of this server’s secret/
    expect(refusalOf({ token: aToken({ sub: '42' }, 'another secret') })).toMatch(wrong)
    const [head, body, signature = ''] = aToken({ sub: '42' }, secret).split('.')
    expect(refusalOf({ token: `${head}.${body}.` })).toMatch(wrong)
    expect(refusalOf({ token: `${head}.${body}.${signature.slice(0, -1)}` })).toMatch(wrong)
    const other = Buffer.from('{"sub":"43"}').toString('base64url')
    expect(refusalOf({ token: `${head}.${other}.${signature}` })).toMatch(wrong)
    const long = createHmac('sha512', secret).update(`${head}.${body}`).digest('base64url')
    expect(refusalOf({ token: `${head}.${body}.${long}` })).toMatch(wrong)
  })

  it('expired, or not valid yet; clocks may differ by a minute', () => {
    expect(ofClaims({ sub: '42', exp: seconds - 61 })).toMatch(/has expired/)
    expect(ofClaims({ sub: '42', nbf: seconds + 61 })).toMatch(/not valid yet/)
    expect(ofClaims({ sub: '42', exp: String(seconds + 60) })).toMatch(/must be numbers/)
    const token = aToken({ sub: '42', exp: seconds - 59, nbf: seconds + 59 }, secret)
    expect(verify({ token }).identity.id).toBe('42')
  })

  it('over-long, unreadable, or about nobody', () => {
    expect(refusalOf({ token: aToken({ sub: '42', more: 'x'.repeat(4_096) }, secret) })).toMatch(/longer than 4096/)
    expect(ofClaims({ sub: 'x'.repeat(201) })).toMatch(/longer than 200/)
    for (const token of ['', '.', '..', 'a.b', 'a.b.c.d', `${aToken({ sub: '42' }, secret)} `, '\n'])
      expect(refusalOf({ token })).toMatch(/no JWT/)
    for (const sub of ['', ' ', null, true, 1.5, 2 ** 60, {}, ['42'], undefined])
      expect(ofClaims({ sub })).toMatch(/must say who it is/)
    for (const sub of ['\ud800', 'a\0b']) expect(ofClaims({ sub })).toMatch(/characters that are none/)
    for (const claims of [null, '42', 42, []]) expect(ofClaims(claims)).toMatch(/claims cannot be read/)
  })

  it('with a hash that is not the id’s, or none', () => {
    const hash = hashOfId('42', secret)
    expect(refusalOf({})).toMatch(/needs a token, or an id/)
    expect(refusalOf({ name: 'Vera', email: 'vera@example.com' })).toMatch(/needs a token, or an id/)
    expect(refusalOf({ id: '42' })).toMatch(/only with its hash/)
    expect(refusalOf({ id: '43', hash })).toMatch(/does not belong/)
    expect(refusalOf({ id: '42', hash: hashOfId('42', 'another secret') })).toMatch(/does not belong/)
    for (const other of ['', hash.slice(1), `${hash}0`, `0x${hash.slice(2)}`, `${hash}\n`, 'g'.repeat(64)])
      expect(refusalOf({ id: '42', hash: other })).toMatch(/64 hexadecimal digits/)
  })
})

describe('W11: whatever a page gives as an identity', () => {
  const json = fc.jsonValue({ maxDepth: 2 })
  const anything = fc.string({ unit: 'binary', maxLength: 200 })

  it('is refused without being repeated when nobody has signed it', () => {
    const token = fc.oneof(
      anything,
      fc.tuple(anything, anything, anything).map((parts) => parts.join('.')),
      fc.tuple(json, json, anything).map(([claims, header, key]) => aToken(claims, `${secret}${key}.`, header)),
    )
    fc.assert(
      fc.property(token, (given) => {
        const said = refusalOf({ token: given })
        expect(said).toMatch(/^This identity does not count: .+[.?]$/)
        expect(said).not.toContain(secret)
        if (given.length > 20) expect(said).not.toContain(given)
      }),
    )
    fc.assert(fc.property(anything, anything, (id, hash) => void refusalOf({ id, hash })))
  })

  it('is refused as soon as one character of it is another', () => {
    const token = aToken({ sub: '42', name: 'Vera', exp: seconds + 60 }, secret)
    const place = fc.nat(token.length - 1)
    const character = fc.constantFrom(...'AZaz09-_.=+/ ')
    fc.assert(
      fc.property(place, character, (at, other) => {
        fc.pre(token[at] !== other)
        refusalOf({ token: token.slice(0, at) + other + token.slice(at + 1) })
      }),
    )
  })

  it('is somebody within bounds, or refused, when it is signed', () => {
    const claims = fc.record(
      { sub: json, id: json, name: json, email: json, phone: json, exp: json, nbf: json },
      { requiredKeys: [] },
    )
    const likely = fc.record({ sub: anything, name: anything, email: fc.emailAddress(), phone: anything })
    fc.assert(
      fc.property(fc.oneof(claims, likely), (given) => {
        try {
          const { name, identity } = verify({ token: aToken(given, secret) })
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(limits.name)
          expect(name.isWellFormed() && identity.id.isWellFormed()).toBe(true)
          expect(identity.id.length).toBeLessThanOrEqual(200)
          expect(`${name}${identity.id}${identity.email}${identity.phone}`).not.toContain('\0')
          for (const detail of identity.signed) expect(given).toHaveProperty(detail)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
      }),
    )
  })
})

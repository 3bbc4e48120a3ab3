import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addressOf, bearerOf } from '../../../server/http/request-headers.ts'

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage

describe('where a request came from', () => {
  it('is the other end of the connection, in one spelling', () => {
    expect(addressOf(from('203.0.113.7'))).toBe('203.0.113.7')
    expect(addressOf(from('::ffff:203.0.113.7'))).toBe('203.0.113.7')
    expect(addressOf(from('2001:db8::7'))).toBe('2001:db8::7')
  })

  it('is what a proxy on this machine says last; what a client wrote before that is not believed', () => {
    expect(addressOf(from('127.0.0.1', { 'x-forwarded-for': '10.0.0.1, 203.0.113.7' }))).toBe('203.0.113.7')
    expect(addressOf(from('::1', { 'x-forwarded-for': '2001:db8::7' }))).toBe('2001:db8::7')
    expect(addressOf(from('127.0.0.1', { 'x-forwarded-for': 'x'.repeat(10_000) }))).toHaveLength(64)
  })

  it('is not what anybody from elsewhere says about themselves', () => {
    expect(addressOf(from('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' }))).toBe('203.0.113.7')
  })
})

describe('a bearer token', () => {
  it.each([
    ['Bearer abc_DEF-123', 'abc_DEF-123'],
    ['bearer abc', 'abc'],
    ['Basic abc', null],
    ['Bearer', null],
    ['Bearer a b', null],
    ['Bearer ä', null],
  ])('in %j is %j', (authorization, token) => {
    expect(bearerOf(from('', { authorization }))).toBe(token)
  })
})

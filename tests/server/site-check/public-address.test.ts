import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../server/features/site-check/public-address.ts'

/** The first and the last address of each network that is not the public internet. */
const networks = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
] as const
const number = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const dotted = (value: number) => [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.')
const insideV4 = fc
  .constantFrom(...networks)
  .chain(([first, last]) => fc.integer({ min: number(first), max: number(last) }))
  .map(dotted)

describe('G6: the guard', () => {
  it('G6: refuses every address inside, at both ends of each network too', () => {
    for (const ends of networks) for (const address of ends) expect(isPublicAddress(address), address).toBe(false)
    fc.assert(
      fc.property(insideV4, (address) => !isPublicAddress(address)),
      { numRuns: 2_000 },
    )
  })

  it('G6: lets through those just beside', () => {
    for (const [first, last] of networks.slice(1, -1)) {
      for (const beside of [number(first) - 1, number(last) + 1].map(dotted)) {
        const isInAnother = networks.some(([a, b]) => number(a) <= number(beside) && number(beside) <= number(b))
        expect(isPublicAddress(beside), beside).toBe(!isInAnother)
      }
    }
    for (const address of ['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:2800:220:1::1', '2a00:1450:4001::1'])
      expect(isPublicAddress(address), address).toBe(true)
  })

  it('G6: refuses an IPv4 address however it is dressed as an IPv6 one', () => {
    fc.assert(
      fc.property(fc.oneof(insideV4, fc.ipV4()), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
        const dressed = [
          `::ffff:${address}`,
          `::ffff:${hex}`,
          `::ffff:0:${hex}`,
          `::${hex}`,
          `64:ff9b::${hex}`,
          `64:ff9b:1::${hex}`,
          `2002:${hex}::1`,
          `2001:0:${hex}::1`,
          `::ffff:${address}%eth0`,
        ]
        for (const one of dressed) expect([one, isPublicAddress(one)]).toEqual([one, false])
      }),
      { numRuns: 1_000 },
    )
  })

  it('G6: refuses IPv6 that is not for the world, and what is no address', () => {
    const inside = [
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'febf::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      'fec0::1',
      '100::1',
      '2001:db8::1',
      '3fff::1',
      '5f00::1',
      'fd00:ec2::254',
      '4000::1',
    ]
    for (const address of inside) expect(isPublicAddress(address), address).toBe(false)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.domain(),
          fc.constantFrom('localhost', '127.1', '0x7f.1', '2130706433', '017700000001'),
        ),
        (text) => {
          if (isIP(text) === 0) expect(isPublicAddress(text)).toBe(false)
        },
      ),
    )
  })
})

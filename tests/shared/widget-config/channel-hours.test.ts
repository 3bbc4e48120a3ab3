import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithin } from '#shared/widget-config/channel-hours.ts'

const hours = { zone: 'Europe/Berlin', open: ['Mon 09:00-12:00', 'Mon 13:00-17:30', 'Sun 00:00-24:00'] }

it.each([
  ['2026-11-23T07:59:59Z', false],
  ['2026-11-23T08:00:00Z', true],
  ['2026-11-23T10:59:59Z', true],
  ['2026-11-23T11:00:00Z', false],
  ['2026-11-23T16:29:00Z', true],
  ['2026-11-23T16:30:00Z', false],
  ['2026-11-24T09:00:00Z', false],
  // Already Sunday in Berlin, and Monday before nine after its last minute.
  ['2026-11-21T23:00:00Z', true],
  ['2026-11-22T22:59:59Z', true],
  ['2026-11-22T23:00:00Z', false],
  // An hour earlier by the sun, in summer.
  ['2026-07-06T07:00:00Z', true],
  ['2026-07-06T06:59:00Z', false],
])('W7: at %s within the hours of a channel: %s', (at, within) => expect(isWithin(hours, new Date(at))).toBe(within))

it('W7: hours are read by the zone’s clock alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 1_439 }),
      fc.integer({ min: 0, max: 1_440 }),
      fc.integer({ min: 0, max: 1_440 }),
      (day, minute, one, other) => {
        const clock = (minutes: number) =>
          `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        // A Sunday.
        const at = new Date(Date.UTC(2026, 10, 22 + day, 0, minute))
        const name = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][day]
        const open = [`${name} ${clock(from)}-${clock(to)}`]
        expect(isWithin({ zone: 'UTC', open }, at)).toBe(from <= minute && minute < to)
      },
    ),
  )
})

it.each([
  { zone: 'Europe/Nowhere', open: [] },
  { zone: 'UTC', open: ['Monday 9-17'] },
  { zone: 'UTC', open: 'Mon 09:00-17:00' },
  { zone: 'UTC' },
  7,
])('W7: %o are no hours', (given) => expect(() => isWithin(given as typeof hours, new Date())).toThrow())

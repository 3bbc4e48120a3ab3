import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextQuietChange, type QuietHours, quietAt } from '#shared/domain/do-not-disturb/do-not-disturb.ts'

const everyDay = [0, 1, 2, 3, 4, 5, 6]
const nights: QuietHours = { on: true, from: 22 * 60, to: 8 * 60, days: everyDay }
const lunch: QuietHours = { on: true, from: 12 * 60, to: 13 * 60, days: [0, 1, 2, 3, 4] }
const berlin = 'Europe/Berlin'
const at = (time: string) => Date.parse(time)

describe('A22: do not disturb', () => {
  it.each([
    ['before the evening', nights, '2026-11-20T21:59:59.999+01:00', null],
    ['in the evening, until the next morning', nights, '2026-11-20T22:00:00+01:00', '2026-11-21T08:00:00+01:00'],
    ['in the small hours', nights, '2026-11-21T03:00:00+01:00', '2026-11-21T08:00:00+01:00'],
    ['in the morning', nights, '2026-11-21T08:00:00+01:00', null],
    ['at lunch', lunch, '2026-11-20T12:30:00+01:00', '2026-11-20T13:00:00+01:00'],
    ['not at lunch on a Saturday', lunch, '2026-11-21T12:30:00+01:00', null],
    [
      'a night that began on a Friday',
      { ...nights, days: [4] },
      '2026-11-21T03:00:00+01:00',
      '2026-11-21T08:00:00+01:00',
    ],
    ['not the night after', { ...nights, days: [4] }, '2026-11-22T03:00:00+01:00', null],
    [
      'a whole day',
      { ...nights, from: 600, to: 600, days: [5] },
      '2026-11-21T10:00:00+01:00',
      '2026-11-22T10:00:00+01:00',
    ],
    ['the night that loses an hour', nights, '2026-03-29T01:59:59+01:00', '2026-03-29T08:00:00+02:00'],
    ['the night that has one more', nights, '2026-10-25T02:30:00+01:00', '2026-10-25T08:00:00+01:00'],
  ] as const)('%s', (_, hours, now, until) => {
    expect(quietAt(hours, berlin, at(now))).toEqual(until && { until: at(until) })
  })

  it('is by the clock on the person’s own wall', () => {
    const now = at('2026-11-21T03:00:00Z')
    expect(quietAt(nights, 'Asia/Tokyo', now)).toBeNull()
    expect(quietAt(nights, 'America/New_York', now)).toEqual({ until: at('2026-11-21T08:00:00-05:00') })
  })

  it('does nothing while it is off', () => {
    const off = { ...nights, on: false }
    expect([quietAt(off, berlin, at('2026-11-21T03:00:00+01:00')), nextQuietChange(off, berlin, 0)]).toEqual([
      null,
      null,
    ])
  })

  it('has no end when all days are quiet from end to end', () => {
    const always = { ...nights, from: 0, to: 0 }
    expect(quietAt(always, berlin, at('2026-11-21T03:00:00+01:00'))).toEqual({ until: null })
    expect(quietAt({ ...always, days: [] }, berlin, 0)).toBeNull()
  })

  it('lasts, wherever and whenever, until the moment it says and no shorter', () => {
    const hours = fc.record({
      on: fc.constant(true),
      from: fc.nat(1439),
      to: fc.nat(1439),
      days: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
    })
    const zones = fc.constantFrom(berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia')
    // Within a day of the changes of the clocks in 2026.
    const moments = fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01')
    fc.assert(
      fc.property(hours, zones, moments, fc.integer({ min: -24 * 60, max: 24 * 60 }), (quiet, zone, date, minutes) => {
        const now = at(`${date}T12:00:00Z`) + minutes * 60_000
        const isQuiet = (moment: number) => quietAt(quiet, zone, moment) !== null
        const change = nextQuietChange(quiet, zone, now)
        if (change === null) {
          expect(quiet.from).toBe(quiet.to)
          return
        }
        expect(change).toBeGreaterThan(now)
        expect([isQuiet(change - 1), isQuiet(change)]).toEqual([isQuiet(now), !isQuiet(now)])
        const between = Array.from({ length: 20 }, (_, i) => now + ((change - now) * i) / 20)
        expect(between.map((moment) => isQuiet(Math.floor(moment)))).toEqual(between.map(() => isQuiet(now)))
      }),
      { numRuns: 200 },
    )
  })
})

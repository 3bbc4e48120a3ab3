import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { OfficeHours } from '#shared/contract/office-hours.ts'
import { isOpen, nextChange, opensAt } from '#shared/domain/office-hours/office-hours.ts'

const nineToFive = [{ from: 9 * 60, to: 17 * 60 }]
const closed: { from: number; to: number }[] = []
const working: OfficeHours = {
  zone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, closed, closed],
  holidays: [
    { date: '2026-12-24', name: 'Christmas Eve', openings: [{ from: 9 * 60, to: 12 * 60 }] },
    { date: '2026-12-25', name: 'Christmas Day', openings: [] },
  ],
}
const at = (time: string) => Date.parse(time)

describe('W7: office hours', () => {
  it.each([
    ['Monday before nine', '2026-11-16T08:59:59.999+01:00', false],
    ['Monday at nine', '2026-11-16T09:00:00+01:00', true],
    ['Monday just before five', '2026-11-16T16:59:59.999+01:00', true],
    ['Monday at five', '2026-11-16T17:00:00+01:00', false],
    ['Saturday', '2026-11-21T12:00:00+01:00', false],
    ['Monday at nine in summer', '2026-07-13T09:00:00+02:00', true],
    ['Monday at half past eight in summer', '2026-07-13T08:30:00+02:00', false],
    ['a holiday with hours of its own', '2026-12-24T11:00:00+01:00', true],
    ['that holiday after them', '2026-12-24T13:00:00+01:00', false],
    ['a holiday without', '2026-12-25T11:00:00+01:00', false],
  ])('%s', (_, time, open) => {
    expect(isOpen(working, at(time))).toBe(open)
  })

  it.each([
    ['closes in the evening', '2026-11-16T12:00:00+01:00', '2026-11-16T17:00:00+01:00'],
    ['opens after the weekend', '2026-11-20T17:00:00+01:00', '2026-11-23T09:00:00+01:00'],
    ['opens after a holiday and a weekend', '2026-12-24T12:00:00+01:00', '2026-12-28T09:00:00+01:00'],
    ['opens on a summer Monday', '2026-03-27T18:00:00+01:00', '2026-03-30T09:00:00+02:00'],
  ])('%s', (_, time, change) => {
    expect(nextChange(working, at(time))).toBe(at(change))
  })

  it('is always open without hours, and never changes', () => {
    expect([isOpen(null, 0), nextChange(null, 0), opensAt(null, 0)]).toEqual([true, null, null])
    const always = { ...working, week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]), holidays: [] }
    expect([isOpen(always, at('2026-03-29T01:30:00Z')), nextChange(always, at('2026-01-01T00:00:00Z'))]).toEqual([
      true,
      null,
    ])
  })

  it('opens with the jump when the clock jumps over the hour at which it would open', () => {
    const early = { ...working, week: Array.from({ length: 7 }, () => [{ from: 150, to: 240 }]), holidays: [] }
    expect(nextChange(early, at('2026-03-29T00:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'))
    expect(isOpen(early, at('2026-03-29T01:00:00Z'))).toBe(true)
  })

  it('agrees with a look at every minute, in zones that change their clocks in every way', () => {
    const opening = fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => [{ from: from * 15, to: to * 15 }])
    const day = fc.oneof(fc.constant(closed), opening)
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Havana',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'America/Santiago',
      'Pacific/Apia',
    )
    const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01', '2011-12-29', '2026-09-06']
    const when = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
      .map(([date, minutes]) => at(`${date}T00:00:00Z`) + minutes * 60_000)
    fc.assert(
      fc.property(zone, fc.array(day, { minLength: 7, maxLength: 7 }), when, (name, week, now) => {
        const hours: OfficeHours = { zone: name, week, holidays: [] }
        const change = nextChange(hours, now)
        const open = isOpen(hours, now)
        const until = change ?? now + 2 * 86_400_000
        for (let time = now; time < Math.min(until, now + 3 * 86_400_000); time += 7 * 60_000)
          if (isOpen(hours, time) !== open) return false
        return change === null || (isOpen(hours, change) !== open && isOpen(hours, change - 1) === open)
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['an unknown zone', { ...working, zone: 'Mars/Olympus' }, 'must be a time zone such as Europe/Berlin'],
    ['an offset', { ...working, zone: '+01:00' }, 'must be a time zone such as Europe/Berlin'],
    ['six days', { ...working, week: working.week.slice(1) }, 'must have seven days, Monday first'],
    ['an end before the beginning', withMonday([{ from: 600, to: 540 }]), 'must begin before it ends'],
    ['no time at all', withMonday([{ from: 600, to: 600 }]), 'must begin before it ends'],
    ['more than a day', withMonday([{ from: 600, to: 1441 }]), '<=1440'],
    ['half minutes', withMonday([{ from: 600.5, to: 700 }]), 'Invalid integer'],
    [
      'hours over each other',
      withMonday([
        { from: 540, to: 720 },
        { from: 700, to: 1020 },
      ]),
      'must not overlap each other',
    ],
    ['a 30th of February', { ...working, holidays: [{ date: '2026-02-30' }] }, 'must be a day that the calendar has'],
    ['no day', { ...working, holidays: [{ date: 'Christmas' }] }, 'must be a day such as 2026-12-24'],
    [
      'a day twice',
      { ...working, holidays: [{ date: '2026-12-24' }, { date: '2026-12-24' }] },
      'must have each day once',
    ],
  ])('refuses %s, in a sentence', (_, hours, sentence) => {
    const read = v.safeParse(OfficeHours, hours)
    expect(read.issues?.map(({ message }) => message).join()).toContain(sentence)
  })
})

function withMonday(monday: { from: number; to: number }[]) {
  return { ...working, week: [monday, ...working.week.slice(1)] }
}

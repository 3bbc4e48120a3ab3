import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { OfficeHours } from '#shared/contract/office-hours.ts'
import { settingBounds } from '#shared/contract/setting-bounds.ts'
import {
  durationOf,
  durationProblem,
  secondsOf,
  type TimeSetting,
} from '../../../../extension/features/administration/groups/duration.ts'
import {
  draftHours,
  type HoursDraft,
  hoursOf,
} from '../../../../extension/features/administration/hours/hours-draft.ts'
import { hoursProblems } from '../../../../extension/features/administration/hours/hours-problems.ts'
import { findZones } from '../../../../extension/features/administration/hours/zones.ts'

const time = fc.oneof(
  fc.integer({ min: 0, max: 96 }).map((quarter) => {
    const [hours, minutes] = [Math.floor(quarter / 4) % 24, (quarter % 4) * 15]
    return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  }),
)
const openings = fc.array(fc.record({ from: time, to: time }), { maxLength: 3 })
const holiday = fc.record({
  date: fc.constantFrom('2026-12-24', '2026-12-25', '2027-01-01'),
  name: fc.constantFrom('', 'Holiday'),
  openings,
})
const hours: fc.Arbitrary<HoursDraft> = fc.record({
  kind: fc.constant('weekly'),
  zone: fc.constantFrom('Europe/Berlin', 'Etc/UTC', 'UTC', 'Mars/Olympus', '+01:00', ''),
  week: fc.array(openings, { minLength: 7, maxLength: 7 }),
  holidays: fc.array(holiday, { maxLength: 3 }),
})

test('D4: the form refuses exactly the hours that the contract refuses', () => {
  fc.assert(
    fc.property(hours, (draft) => {
      const isRight = Object.keys(hoursProblems(draft)).length === 0
      expect(isRight).toBe(v.safeParse(OfficeHours, hoursOf(draft)).success)
    }),
    { numRuns: 2_000 },
  )
})

test('D4: hours that are opened and saved again are the same, in their order', () => {
  const day = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 }).map((times) => {
    const sorted = times.toSorted((a, b) => a - b)
    return sorted
      .flatMap((from, i) => (i % 2 === 0 ? [{ from, to: sorted[i + 1] ?? 0 }] : []))
      .filter(({ to }) => to > 0)
  })
  const stored = fc.record({
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'UTC'),
    week: fc.array(day, { minLength: 7, maxLength: 7 }),
    holidays: day.map((openings) => [{ date: '2026-12-24', name: 'Christmas Eve', openings }]),
  })
  fc.assert(
    fc.property(stored, (given) => {
      const asStored = v.parse(OfficeHours, given)
      const shuffled = { ...asStored, week: asStored.week.map((openings) => openings.toReversed()) }
      for (const one of [asStored, shuffled]) expect(hoursOf(draftHours(one, 'UTC'))).toEqual(asStored)
    }),
  )
  expect(hoursOf(draftHours(null, 'UTC'))).toBeNull()
})

test('R4: a time is shown in a unit that makes it whole, and is the same time when it is saved', () => {
  const settings = Object.keys(settingBounds) as TimeSetting[]
  fc.assert(
    fc.property(fc.constantFrom(...settings), fc.integer({ min: 1, max: 100_000 }), (setting, seconds) => {
      const shown = durationOf(seconds)
      expect(shown.amount).toMatch(/^\d+$/)
      expect(secondsOf(shown)).toBe(seconds)
      const [least, most] = settingBounds[setting]
      expect(durationProblem(setting, shown) === undefined).toBe(seconds >= least && seconds <= most)
    }),
  )
  expect(secondsOf(durationOf(null))).toBeNull()
  expect(secondsOf({ amount: '1,5', unit: 'minutes' })).toBe(90)
  for (const amount of ['', '-5', '1e3', '0.01', 'ten']) expect(secondsOf({ amount, unit: 'minutes' })).toBeNaN()
})

test('D4: zones are found by city or region, the ones that begin with what was typed first', () => {
  expect(findZones('new york')).toEqual(['America/New_York'])
  expect(findZones('lis')[0]).toBe('Europe/Lisbon')
  expect(findZones('europe ber')).toEqual(['Europe/Berlin'])
  expect(findZones('utc')).toContain('UTC')
  expect(findZones('nowhere at all')).toEqual([])
  expect(findZones('').length).toBeGreaterThan(300)
})

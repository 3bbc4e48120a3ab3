import { expect, test } from 'vitest'
import { dayName, duration, shortTime, timeOfDay } from '../../../extension/i18n/times.ts'

const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).getTime()
const now = at(20)

test.each([
  [0, '0:00'],
  [42_900, '0:42'],
  [725_000, '12:05'],
  [7_390_000, '2:03:10'],
  [-5_000, '0:00'],
])('A1: a wait of %i ms reads %s', (ms, text) => expect(duration(ms)).toBe(text))

test('A5: a list tells the time today, the weekday within a week, else the date', () => {
  expect(shortTime(at(20, 9), now)).toBe(timeOfDay(at(20, 9)))
  expect(shortTime(at(18), now)).toMatch(/^Wed/)
  expect(shortTime(at(1), now)).toMatch(/Nov 1|1 Nov/)
})

test('A24: days are called Today, Yesterday, and by their date', () => {
  expect([dayName(at(20, 0), now), dayName(at(19, 23), now)]).toEqual(['Today', 'Yesterday'])
  expect(dayName(at(1), now)).toContain('2026')
})

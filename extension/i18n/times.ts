import { texts } from './texts.ts'

const day = 24 * 60 * 60_000

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' })
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const longDate = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** The days of the week in short, Monday first: 1 January 2024 was one. */
export const weekdays: readonly string[] = Array.from({ length: 7 }, (_, i) =>
  weekday.format(new Date(2024, 0, 1 + i, 12)),
)

/** `14:05` */
export const timeOfDay = (at: number): string => clockTime.format(at)

/** As short as a list can say it: the time today, the weekday within a week, else the date. */
export function shortTime(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days === 0) return timeOfDay(at)
  return (days < 7 ? weekday : shortDate).format(at)
}

/** The heading over the messages of a day. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days === 0) return texts.conversation.today
  return days === 1 ? texts.conversation.yesterday : longDate.format(at)
}

export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** How long something lasts: `0:42`, `12:05`, `2:03:10`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first, ...rest] = parts[0] ? parts : parts.slice(1)
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}

// Rounded: a day with a change of the clocks has 23 or 25 hours.
const daysBetween = (at: number, now: number) => Math.round((startOfDay(now) - startOfDay(at)) / day)

/** When something ends: the time alone within a day, else with the weekday. */
export const endTime = (at: number, now: number): string =>
  at - now < day ? timeOfDay(at) : `${weekday.format(at)} ${timeOfDay(at)}`

/** Minutes of the day from what a time field gives, such as 09:30; null from an empty or half-filled one. */
export function minutesOf(typed: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(typed) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** Where hours end, 0:00 is the end of the day. */
export function endMinutesOf(typed: string): number | null {
  const minutes = minutesOf(typed)
  return minutes === 0 ? 1440 : minutes
}

/** What a time field shows for minutes of the day; the end of the day as 00:00. */
export const timeFieldOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

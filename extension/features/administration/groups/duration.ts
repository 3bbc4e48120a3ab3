import { settingBounds } from '#shared/contract/setting-bounds.ts'
import { texts } from '../../../i18n/texts.ts'

export const units = ['seconds', 'minutes', 'hours', 'days'] as const
export type Unit = (typeof units)[number]

/** A length of time as it is typed; `none` where there is no such time. */
export interface Duration {
  readonly amount: string
  readonly unit: Unit | 'none'
}
export type TimeSetting = keyof typeof settingBounds

const secondsIn: Readonly<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 }
const t = texts.administration.duration

/** In the largest unit that makes it a whole number. */
export function durationOf(seconds: number | null): Duration {
  if (seconds === null) return { amount: '', unit: 'none' }
  const unit = units.toReversed().find((one) => seconds % secondsIn[one] === 0) ?? 'seconds'
  return { amount: String(seconds / secondsIn[unit]), unit }
}

/** Whole seconds; null for none, NaN for what is no such time. */
export function secondsOf({ amount, unit }: Duration): number | null {
  if (unit === 'none') return null
  const typed = amount.trim().replace(',', '.')
  const seconds = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) * secondsIn[unit] : Number.NaN
  return Number.isInteger(seconds) ? seconds : Number.NaN
}

/** What is wrong with the time that is typed for a setting; nothing when it is right. */
export function durationProblem(setting: TimeSetting, duration: Duration): string | undefined {
  const seconds = secondsOf(duration)
  if (seconds === null) return undefined
  const [least, most] = settingBounds[setting]
  if (Number.isNaN(seconds)) return t.wholeNumber
  return seconds < least || seconds > most ? t.between(inWords(least), inWords(most)) : undefined
}

/** The units that make sense for a setting, and the one in use. */
export function unitsOf(setting: TimeSetting, { unit }: Duration): readonly Unit[] {
  const [least, most] = settingBounds[setting]
  return units.filter((one) => one === unit || (secondsIn[one] <= most && secondsIn[one] * 60 > least))
}

/** `10 minutes` */
function inWords(seconds: number): string {
  const { amount, unit } = durationOf(seconds)
  if (unit === 'none') return ''
  const word = new Intl.NumberFormat('en', { style: 'unit', unit: t.long[unit], unitDisplay: 'long' })
  return word.format(Number(amount))
}

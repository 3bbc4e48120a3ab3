import type { KnownField } from '#shared/contract/visitor-fields.ts'
import { texts } from '../../i18n/texts.ts'

const t = texts.identity
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** What was answered, as agents read it: a day by its name, a tick in words, consent with when it was given. */
export function answerWords({ type, value, at }: KnownField): string {
  if (type === 'checkbox') return value === 'true' ? t.yes : t.no
  if (type === 'consent') return t.agreed(moment.format(at))
  const time = type === 'date' ? Date.parse(`${value}T00:00Z`) : Number.NaN
  return Number.isNaN(time) ? value : day.format(time)
}

import type { QueuePlace } from '#shared/contract/answers.ts'
import type { View } from '../chat/view.ts'

type Words = Pick<View, 't' | 'language'>

/** The sentences about a place in the queue (R13). */
export function placeWords({ place, estimatedWait, open, opensAt }: QueuePlace, words: Words): string[] {
  const { t } = words
  if (!open) return [closedWords(opensAt, words)]
  if (place === null) return []
  return [t('place', { count: place }), ...(estimatedWait === null ? [] : [waitWords(estimatedWait, t)])]
}

/** @param opensAt ms since 1970; nothing when that is not known */
export const closedWords = (opensAt: number | null, { t, language }: Words): string =>
  opensAt === null ? t('closed') : t('closedUntil', { name: dayAndTime(opensAt, language) })

/** @param seconds of waiting that are still to be expected */
function waitWords(seconds: number, t: Words['t']): string {
  if (seconds < 60) return t('waitShort')
  return seconds > 3600 ? t('waitLong') : t('waitMinutes', { count: Math.round(seconds / 60) })
}

/** @param at ms since 1970 */
export const clockTime = (at: number, language: string) =>
  new Date(at).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' })

const dayAndTime = (at: number, language: string) =>
  new Date(at).toLocaleString(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  })

/** A number or an address within a sentence that may run from right to left. */
export const isolated = (text: string) => `\u2066${text}\u2069`

/** Somebody's own words, which may run either way. */
export const quoted = (text: string) => `\u2068${text}\u2069`

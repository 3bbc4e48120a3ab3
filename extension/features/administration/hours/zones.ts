/** All time zones of this browser, and UTC, by name. */
const zones: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].toSorted()

/** Those that have every word that was typed, the ones that begin with it first. */
export function findZones(typed: string): readonly string[] {
  const words = readable(typed)
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean)
  const found = zones.filter((zone) => words.every((word) => readable(zone).toLowerCase().includes(word)))
  return found.toSorted((a, b) => rank(a, words) - rank(b, words))
}

/** Whether it is a time zone that both this browser and the server know. An offset is none: it knows no summer time. */
export function isZone(typed: string): boolean {
  const zone = typed.trim()
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The zone as lists spell it, when that is what was typed; else what was typed. */
export const spelledZone = (typed: string): string =>
  zones.find((zone) => readable(zone).toLowerCase() === readable(typed.trim()).toLowerCase()) ?? typed

/** `UTC+1` in winter, `UTC+2` in summer. @param at ms since 1970 */
export function offsetName(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', 'UTC')
}

export const thisZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const readable = (zone: string) => zone.replaceAll('_', ' ')
const rank = (zone: string, [first = '']: readonly string[]) =>
  readable(zone).toLowerCase().split('/').at(-1)?.startsWith(first) ? 0 : 1

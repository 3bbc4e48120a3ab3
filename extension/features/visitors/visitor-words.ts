import type { Device, Place } from '#shared/contract/visits.ts'
import { texts } from '../../i18n/texts.ts'

const t = texts.visitors

/** `Lisbon, Portugal`, as far as it is known. */
export function placeName({ country, city }: Place): string {
  const name = t.country(country)
  return city ? `${city}, ${name}` : name
}

/** `Firefox on Windows`; nothing when the browser says neither. */
export const deviceName = ({ browser, os }: Device): string => (browser && os ? t.runsOn(browser, os) : browser || os)

/** Sites that people know by a name, by the end of their host. */
const known = new Map(
  [
    'Google',
    'Bing',
    'DuckDuckGo',
    'Yahoo',
    'Ecosia',
    'Yandex',
    'Baidu',
    'Facebook',
    'Instagram',
    'LinkedIn',
    'Reddit',
    'YouTube',
    'Pinterest',
  ].map((name) => [name.toLowerCase(), name]),
)

/** Where somebody came from, short: a name that people know, or the host. Nothing when they came from nowhere. */
export function referrerName(referrer: string): string | null {
  if (!referrer) return null
  const host = URL.parse(referrer)?.hostname
  if (!host) return referrer
  const [, site] = host.match(/(?:^|\.)([\w-]+)(?:\.com?)?\.[a-z]+$/) ?? []
  return known.get(site ?? '') ?? host.replace(/^www\./, '')
}

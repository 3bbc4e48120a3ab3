import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { texts } from '../../i18n/texts.ts'
import { Since } from './Since.tsx'
import { deviceName, placeName, referrerName } from './visitor-words.ts'

const t = texts.visitors

/** The rest of what is known of a visitor, in one line that breaks between facts. */
export function VisitorFacts({ seen, ahead }: { readonly seen: OnlineVisitor; readonly ahead: number }) {
  const referrer = referrerName(seen.referrer)
  const device = deviceName(seen.device)
  return (
    <p class="facts">
      <Since at={seen.pageSince + ahead} words={t.onPage} />
      <bdi title={seen.referrer || undefined}>{referrer ? t.from(referrer) : t.direct}</bdi>
      {seen.place && <bdi>{placeName(seen.place)}</bdi>}
      {device && <bdi>{device}</bdi>}
      <bdi>{seen.returning ? t.returning : t.isNew}</bdi>
    </p>
  )
}

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
      <span>
        <Since at={seen.pageSince + ahead} words={t.onPage} />
      </span>
      <span title={seen.referrer || undefined}>
        <bdi>{referrer ? t.from(referrer) : t.direct}</bdi>
      </span>
      {seen.place && (
        <span>
          <bdi>{placeName(seen.place)}</bdi>
        </span>
      )}
      {device && (
        <span>
          <bdi>{device}</bdi>
        </span>
      )}
      <span>{seen.returning ? t.returning : t.isNew}</span>
    </p>
  )
}

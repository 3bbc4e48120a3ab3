import type { Page } from '#shared/contract/events.ts'
import { type VisitId, type VisitState, visitLease } from '#shared/contract/visits.ts'

/** A tab as it last said of itself. Times in ms since 1970. */
export interface Tab {
  readonly id: VisitId
  readonly state: Exclude<VisitState, 'gone'>
  readonly page: Page
  readonly pageSince: number
  /** When somebody last came to it: a new page, or back from being away. */
  readonly shownAt: number
  readonly leaseUntil: number
}

/** What is seen of a visitor, made from all their tabs (P3). */
export interface Seen {
  readonly state: Tab['state']
  readonly page: Page
  readonly pageSince: number
  /** When the last of the tabs counts as gone. */
  readonly leaseUntil: number
  /** When the first of them does, and this has to be made anew. */
  readonly lookAt: number
}

/** A tab after it has said something; `before` is how it was known. */
export function tabAfter(
  before: Tab | undefined,
  { id, page, state }: Pick<Tab, 'id' | 'page' | 'state'>,
  now: number,
): Tab {
  const samePage = before?.page.url === page.url
  const cameTo = !samePage || (state === 'active' && before.state === 'away')
  return {
    id,
    state,
    page,
    pageSince: samePage ? before.pageSince : now,
    shownAt: cameTo ? now : before.shownAt,
    leaseUntil: now + (state === 'away' ? visitLease.awayLeaseFor : visitLease.leaseFor),
  }
}

/** Active if any tab is, away if all are; on the page of the tab somebody came to last. Nothing when no tab is left. */
export function seenOf(tabs: readonly Tab[]): Seen | null {
  const [shown] = tabs.toSorted(
    (a, b) => Number(b.state === 'active') - Number(a.state === 'active') || b.shownAt - a.shownAt,
  )
  if (!shown) return null
  const leases = tabs.map(({ leaseUntil }) => leaseUntil)
  const { state, page, pageSince } = shown
  return { state, page, pageSince, leaseUntil: Math.max(...leases), lookAt: Math.min(...leases) }
}

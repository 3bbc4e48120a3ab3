import type { ActorId } from '#shared/contract/ids.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import type { AccountRow, VisitorListRow, VisitorRow } from '../../extension/core/db.ts'
import type { DeskData } from './desk-data.ts'

const minute = 60_000
let made = 0

/** Somebody who is on the sites: who has just arrived, unless it says otherwise. */
export function anOnlineVisitor(name: string, change: Partial<OnlineVisitor> = {}): OnlineVisitor {
  const arrivedAt = change.arrivedAt ?? Date.now() - minute
  const page = { url: 'https://shop.example/shoes/trail-runner', title: 'Trail Runner 2' }
  return {
    visitor: { id: `visitor-${++made}` as ActorId, name },
    page,
    startPage: page,
    arrivedAt,
    pageSince: arrivedAt,
    referrer: '',
    language: 'en',
    place: { country: 'PT', city: 'Lisbon' },
    device: { browser: 'Firefox', os: 'Windows', kind: 'desktop' },
    returning: false,
    chatId: null,
    dot: 'green',
    ...change,
  }
}

/** What a visitor answered to one question. */
export const aKnownField = (label: string, value: string, change: Partial<KnownField> = {}): KnownField => ({
  key: label.replace(/\W/g, ''),
  type: 'text',
  label,
  value,
  at: Date.UTC(2026, 10, 20, 12),
  ...change,
})

/** The rows of visitors as they are known just now: for as long as anybody looks, since nobody asks anew. */
export function visitorsOf(
  { id: accountId }: AccountRow,
  seen: readonly OnlineVisitor[],
  list: Partial<VisitorListRow> = {},
): Pick<DeskData, 'visitors' | 'visitorLists'> {
  const answeredAt = Date.now() + 60 * minute
  return {
    visitors: seen.map((one): VisitorRow => {
      return { accountId, visitorId: one.visitor.id, arrivedAt: one.arrivedAt, seen: one }
    }),
    visitorLists: [{ accountId, answeredAt, ahead: 0, total: null, problem: null, ...list }],
  }
}

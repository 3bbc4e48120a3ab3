import * as v from 'valibot'
import { Person } from './actors.ts'
import { Page } from './events.ts'
import { ChatId } from './ids.ts'
import { limits } from './limits.ts'
import { Dot } from './presence.ts'
import { tabLease } from './tab-lease.ts'
import { madeWellFormed } from './text.ts'

/**
 * A tab says every `renewEvery` that it is there, and at once when its page or its state changes; without it the tab counts
 * as gone after `leaseFor`. A tab that is away may be one that the browser wakes once a minute only, so it has longer.
 * Without a sign of life for `awayAfter` a tab is away (P3). All in ms.
 */
export const visitLease = { ...tabLease, leaseFor: 60_000, awayLeaseFor: 150_000 } as const

/** One tab on one site, from its first page to its last. Made by the client, once per tab. */
export const VisitId = v.pipe(v.string(), v.uuid('must be a UUID'), v.brand('VisitId'))
export type VisitId = v.InferOutput<typeof VisitId>

/** `gone`: the page is being left; a page that comes next in the same tab makes it active again. */
export const VisitState = v.picklist(['active', 'away', 'gone'])
export type VisitState = v.InferOutput<typeof VisitState>

/** Address of the page that led here; empty when there is none. What cannot be stored is replaced. */
export const Referrer = v.pipe(v.string(), v.maxLength(limits.url), madeWellFormed)

/**
 * Where a visitor's address is registered: a country as two letters, such as DE. Whoever shows it shows `placeCredit` with
 * it, as a link: the licence of the data (CC BY 4.0) wants that.
 */
export const Place = v.object({ country: v.string(), city: v.optional(v.string()) })
export type Place = v.InferOutput<typeof Place>
export const placeCredit = { text: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' } as const

/** What the browser says of itself; names as their makers write them, empty when it does not say. */
export const Device = v.object({
  browser: v.string(),
  os: v.string(),
  kind: v.picklist(['desktop', 'mobile', 'tablet', 'other']),
})
export type Device = v.InferOutput<typeof Device>

/** Somebody who is on the sites now (A3). Times in ms since 1970. */
export const OnlineVisitor = v.object({
  /** The name is empty until the visitor has said it. */
  visitor: Person,
  page: Page,
  /** The page they arrived on. */
  startPage: Page,
  arrivedAt: v.number(),
  pageSince: v.number(),
  /** Where they came from when they arrived; empty when they came from nowhere. */
  referrer: v.string(),
  language: v.string(),
  /** Nothing when the address has no place, such as one of a private network. */
  place: v.nullable(Place),
  device: Device,
  /** Whether they were here on an earlier day or visit. */
  returning: v.boolean(),
  /** The open chat they are in, or are asked into. */
  chatId: v.nullable(ChatId),
  /** Green active, yellow away, pink asked into a chat and not in it yet (P1). */
  dot: Dot,
})
export type OnlineVisitor = v.InferOutput<typeof OnlineVisitor>

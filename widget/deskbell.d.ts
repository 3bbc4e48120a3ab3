/**
 * What a page can ask of the Deskbell widget. This file is served as /widget.d.ts beside the script; a project that compiles it
 * along knows the global `Deskbell`. Every call is told by docs/javascript-api.md.
 */

/** The one global of the widget. Calls made before the script has loaded wait in `Deskbell.q`. It gives nothing back and never throws. */
export interface Deskbell {
  (verb: 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'end' | 'shutdown'): void
  /** Begins a chat, or goes on with the one under way. */
  (verb: 'start', text?: string): void
  /** Who the visitor is, as the site knows them: said anew by each call. */
  (verb: 'identify', who: DeskbellClaims | DeskbellToken | DeskbellHash): void
  /** What agents should know, by the keys of the owner's fields or by keys of your own; each call adds to what was said. */
  (verb: 'fields', fields: Record<string, DeskbellValue>): void
  /** A BCP 47 tag such as `de`, or `auto`. */
  (verb: 'language', tag: string): void
  <E extends keyof DeskbellEvents>(verb: 'on' | 'off', event: E, listener: (detail: DeskbellEvents[E]) => void): void
  /** Calls that wait for the script. */
  q?: unknown[]
  /** Set once the script has loaded. */
  readonly version?: string
}

export type DeskbellValue = string | number | boolean | null

/** What the site says of its visitor without a signature: agents see that it is not verified. */
export interface DeskbellClaims {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly token?: never
  readonly hash?: never
  readonly [key: string]: DeskbellValue | undefined
}

/** A JWT (HS256) that the site's own server signed, and what is not in it: docs/identity.md. */
export interface DeskbellToken {
  readonly token: string
  readonly hash?: never
  readonly [key: string]: DeskbellValue | undefined
}

/** The visitor's id at the site, with its HMAC-SHA256 in hexadecimal digits by the site's own server: docs/identity.md. */
export interface DeskbellHash {
  readonly id: string | number
  readonly hash: string
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly token?: never
  readonly [key: string]: DeskbellValue | undefined
}

/** What the page's listeners are given, by event. */
export interface DeskbellEvents {
  ready: undefined
  opened: undefined
  closed: undefined
  started: { readonly chatId: string }
  message: { readonly from: string; readonly text: string }
  unread: { readonly count: number }
  ended: { readonly chatId: string }
}

declare global {
  interface Window {
    Deskbell?: Deskbell
  }
  /** There once the snippet, or the line above it that queues, has run. */
  var Deskbell: Deskbell
}

/** The one global of the widget. Calls made before the script has loaded wait in `Deskbell.q`. */
export interface Deskbell {
  (verb: 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'shutdown'): void
  (verb: 'language', tag: string): void
  <E extends keyof DeskbellEvents>(verb: 'on' | 'off', event: E, listener: (detail: DeskbellEvents[E]) => void): void
  /** Calls that wait for the script. */
  q?: Iterable<unknown>[]
  /** Set once the script has loaded. */
  readonly version?: string
}

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
}

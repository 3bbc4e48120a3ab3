/**
 * What host page and frame say to each other over their MessagePort: a name and primitive arguments.
 * The frame trusts no page: what is not in this table, or has other arguments, by what `typeof` says, is ignored and counted.
 */
export const toFrame = {
  /**
   * How the panel stands now: `open`, `preview` (only the last message, in a small window beside the button) or nothing;
   * and whether the visitor asked for it, so that it may take the focus.
   */
  look: 'string,boolean',
  /** BCP 47 tags in the order of preference, with commas. */
  language: 'string',
  /** The visitor turned to this tab. */
  used: '',
  /**
   * The visitor moved or touched on the page, now and then while it lasts, or went on without the page being loaded anew (P3).
   * With the page's address and title as they are now.
   */
  live: 'string,string',
  /**
   * A call of the page's API that the chat answers (W33): `identify` and `fields`, with all that they said until now as JSON;
   * `start` with its text; `end`.
   */
  call: 'string,string',
  /** Forget the visitor, here and on the server. */
  shutdown: '',
} as const

/** The loader carries no table for these: they come from our own origin alone. */
export interface ToHost {
  ready: []
  /** The visitor closed the panel from inside. */
  close: []
  /** The chat could not be loaded. */
  fail: []
  /** The visitor wants the whole panel instead of the preview. */
  expand: []
  /** Unread messages of an agent, and whether a conversation is under way. */
  state: [unread: number, chatting: boolean]
  /** An agent wrote. Said in one tab of all, the one in use (W2). */
  reply: [from: string, text: string]
  /** Whether the button is to be seen, where the owner hides it while nobody can answer (W5). */
  available: [now: boolean]
  /** The visitor is forgotten here; and on the server, if it answered. The frame is of no more use. */
  gone: [everywhere: boolean]
  /** For the page's own listeners (W33). */
  event: [name: string, detail: unknown]
}

/**
 * Names what is ours: the page's two flags, and the first and only message to the frame's window. It carries the port, the
 * configuration as the owner wrote it, the languages in order, the page's address, title and referrer, whether the page
 * remembers a conversation, whether agents may see a visitor who has not acted, and whether the button hides while nobody can answer.
 */
export const greeting = 'deskbell'
export type Greeting = readonly [
  typeof greeting,
  config: unknown,
  languages: string,
  url: string,
  title: string,
  referrer: string,
  known: string | null,
  everyone: boolean,
  hides: boolean,
]

/** What says that a person is there (P3), besides keys, clicks and taps. */
export const signsOfLife = 'pointermove wheel touchmove'

interface Types {
  string: string
  number: number
  boolean: boolean
}
type Arguments<S> = S extends `${infer First},${infer Rest}`
  ? [...Arguments<First>, ...Arguments<Rest>]
  : S extends keyof Types
    ? [Types[S]]
    : []
export type ToFrame = { [N in keyof typeof toFrame]: Arguments<(typeof toFrame)[N]> }
export type Handlers<M> = { [N in keyof M]: M[N] extends unknown[] ? (...values: M[N]) => void : never }
type Spoken<M> = { [N in keyof M]: M[N] extends unknown[] ? [name: N, ...values: M[N]] : never }[keyof M]
export type Say<M> = (...message: Spoken<M>) => void

/** Gives a page's message to its handler. Tells false for one that is not in the table or has other arguments. */
export function dispatch(handlers: Handlers<ToFrame>, data: unknown): boolean {
  const [name, ...values] = Array.isArray(data) ? data : []
  // What a table inherits is no text.
  if (typeof name !== 'string' || toFrame[name as keyof ToFrame] !== `${values.map((value) => typeof value)}`)
    return false
  const handler = handlers[name as keyof ToFrame] as (...values: unknown[]) => void
  handler(...values)
  return true
}

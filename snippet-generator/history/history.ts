/** What was, is, and was taken back: every change can be undone and done again. */
export interface History<State> {
  readonly past: readonly Step<State>[]
  readonly present: State
  readonly future: readonly Step<State>[]
}

interface Step<State> {
  /** The state before (in the past) or after it (in the future). */
  readonly state: State
  /** What was changed, as a path such as `channels.0.to`. */
  readonly what: string
  /** When it was last changed, in ms. */
  readonly at: number
}

/** So many steps are kept; the oldest are forgotten. */
export const MOST_STEPS = 200

/** Letters written into one field with less than this between them are one step, in ms. */
export const ONE_STEP = 1_000

export const begin = <State>(present: State): History<State> => ({ past: [], present, future: [] })

/**
 * @param what was changed; nothing changes when the state is the same as before
 * @param at in ms, of a clock that never goes back
 * @param isWritten letter by letter, so that what follows soon belongs to the same step
 */
export function change<State>(
  history: History<State>,
  state: State,
  what: string,
  at: number,
  isWritten: boolean,
): History<State> {
  if (state === history.present) return history
  const last = history.past.at(-1)
  const goesOn = isWritten && history.future.length === 0 && last?.what === what && at - last.at < ONE_STEP
  const past = goesOn
    ? [...history.past.slice(0, -1), { ...last, at }]
    : [...history.past, { state: history.present, what, at }].slice(-MOST_STEPS)
  return { past, present: state, future: [] }
}

/** The state before the last change; the same history when there is none. */
export function undo<State>({ past, present, future }: History<State>): History<State> {
  const last = past.at(-1)
  if (!last) return { past, present, future }
  // Whatever is written next is a step of its own.
  return {
    past: past.slice(0, -1).map(closed),
    present: last.state,
    future: [{ ...last, state: present }, ...future],
  }
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...others] = future
  if (!next) return { past, present, future }
  return { past: [...past, closed({ ...next, state: present })], present: next.state, future: others }
}

const closed = <State>(step: Step<State>): Step<State> => ({ ...step, at: Number.NEGATIVE_INFINITY })

import type { Deskbell } from '../deskbell.d.ts'
import { chatting, leaving } from './flags.ts'

/**
 * Puts the one global in place. What answers the page's calls comes with the first of them, and they wait for it in their order
 * (W31, W33): most pages never call. Gives how many wait already.
 * @param bring what answers; tried again with the next call if it did not come
 */
export function awaitCalls(bring: () => Promise<unknown>): number {
  const calls = Array.from((window.Deskbell?.q ?? []) as ArrayLike<unknown>)
  const push = (call?: ArrayLike<unknown>) => {
    calls[calls.length] = call
    // The page may be left before it is answered, and what is to be forgotten must be.
    if (call?.[0] === 'shutdown' && chatting() !== null) chatting(leaving)
    bring()
  }
  // Once they are answered there is another one in its place; who kept this one is heard, too.
  const api = (...call: unknown[]) => (window.Deskbell as Required<Deskbell>).q.push(call)
  window.Deskbell = Object.assign(api, { version: '1', q: Object.assign(calls, { push }) }) as Deskbell
  return calls.length
}

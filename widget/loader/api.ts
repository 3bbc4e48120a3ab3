import type { Deskbell } from '../deskbell.d.ts'

type Call = (...values: never[]) => unknown

/**
 * Puts `Deskbell(verb, …)` in place and runs the calls that waited for it (W33). A call that is wrong changes nothing and is told
 * in one line; it never throws, so that the page's own script goes on.
 * @param verbs without a prototype: whatever else is asked for is none of them
 */
export function createApi(verbs: object) {
  const push = (call: unknown) => {
    try {
      const [verb, ...values] = call as [string, ...never[]]
      const run = (verbs as Record<string, Call>)[verb] as Call
      run(...values)
    } catch (why) {
      console.warn('Deskbell: ignored', call, why)
    }
  }
  const waiting = Array.from((window.Deskbell?.q ?? []) as unknown[])
  const api = (...call: unknown[]) => push(call)
  // Who kept the function that only queues is heard, too.
  window.Deskbell = Object.assign(api, { version: '1', q: { push } }) as unknown as Deskbell
  waiting.forEach(push)
}

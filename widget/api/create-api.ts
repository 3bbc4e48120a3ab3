import type { Deskbell } from '../deskbell.d.ts'
import { wrongIn } from './wrong-in.ts'

type Run = (...values: unknown[]) => unknown

/**
 * Puts `Deskbell(verb, …)` in place and runs the calls that waited for it (W33). A call that is wrong changes nothing and is told
 * in one line; it never throws, so that the page's own script goes on.
 * @param verbs each gives why it did nothing, if it did; without a prototype, so that whatever else is asked for is none of them
 */
export function createApi(verbs: object) {
  const push = (call: unknown) => {
    try {
      const { 0: verb, 1: first, 2: second } = Object(call)
      const why = answer(verb, [first, second])
      if (why) console.warn(`Deskbell: ${why}. Nothing was done.`)
    } catch {
      console.warn('Deskbell: a call gave something that cannot be read. Nothing was done.')
    }
  }
  function answer(verb: unknown, values: unknown[]): string | undefined {
    const run = typeof verb === 'string' && (verbs as Record<string, Run>)[verb]
    // What stands where a verb should may be anything, also a secret.
    if (!run)
      return verb && /^\w{1,20}$/.test(String(verb))
        ? `there is no "${verb}"`
        : 'a call begins with a verb such as "open"'
    const why = wrongIn(verb, values) ?? run(...values)
    return typeof why === 'string' ? `"${verb}" ${why}` : undefined
  }

  const waiting = Array.from((window.Deskbell?.q ?? []) as unknown[])
  const api = (...call: unknown[]) => push(call)
  // Who kept the function that only queues is heard, too.
  window.Deskbell = Object.assign(api, { version: '1', q: { push } }) as unknown as Deskbell
  waiting.forEach(push)
}

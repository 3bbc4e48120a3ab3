import type { Deskbell } from '../deskbell.d.ts'

type Verbs = Record<string, (...values: never[]) => unknown>

/** Puts `Deskbell(verb, …)` in place and runs the calls that waited for it (W33). */
export function createApi(verbs: Verbs) {
  const waiting = window.Deskbell?.q ?? []
  const api = (verb: string, ...values: unknown[]) => {
    if (Object.hasOwn(verbs, verb)) verbs[verb]?.(...(values as never[]))
    else console.warn('Deskbell: no verb', verb)
  }
  window.Deskbell = Object.assign(api, { version: '1' }) as unknown as Deskbell
  for (const call of waiting) api(...(call as [string]))
}

import type { Refusal } from '#shared/contract/refusals.ts'
import { Refused } from '../../server/domain/refused.ts'

/** The refusal that a call ends with. Fails the test when it is carried out, or breaks in another way. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const reason = await call.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  )
  if (reason instanceof Refused) return reason.refusal
  throw reason
}

import type { Operation } from '#shared/contract/paths.ts'
import type { RefusalCode } from '#shared/contract/refusals.ts'
import { Refused } from '../domain/refused.ts'
import { answerRefusal, brokenServer } from './answer.ts'

/** One call of the API, for log and metrics. `route` is the template; the address itself names people and chats. */
export interface ObservedCall {
  readonly requestId: string
  readonly operation: Operation | null
  readonly method: string
  readonly route: string
  readonly status: number
  readonly refusal: RefusalCode | null
  /** ms */
  readonly duration: number
  /** What broke, when the answer is 500. */
  readonly error: unknown
}
export type ObserveCall = (call: ObservedCall) => void

interface Context {
  readonly req: { readonly method: string }
  readonly env: { readonly outgoing: { getHeader(name: string): unknown } }
}

/** Runs one call; turns what it throws into a refusal without a word of the inside, and reports it. */
export async function observed(
  observe: ObserveCall,
  context: Context,
  what: Pick<ObservedCall, 'operation' | 'route'>,
  run: () => Promise<Response>,
): Promise<Response> {
  const began = performance.now()
  const { response, refusal, error } = await run().then(
    (response) => ({ response, refusal: null, error: null }),
    (reason: unknown) => {
      const isRefused = reason instanceof Refused
      const refusal = isRefused ? reason.refusal : brokenServer
      return { response: answerRefusal(refusal), refusal: refusal.code, error: isRefused ? null : reason }
    },
  )
  observe({
    requestId: String(context.env.outgoing.getHeader('x-request-id')),
    ...what,
    method: context.req.method,
    status: response.status,
    refusal,
    duration: performance.now() - began,
    error,
  })
  return response
}

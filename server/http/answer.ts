import { type Refusal, refusalStatus, refuse } from '#shared/contract/refusals.ts'

/** Any page may call the API with a bearer token; without credentials, so that no cookie ever goes along. */
const anyOrigin = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after, x-request-id' }
const json = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  ...anyOrigin,
}

/** An answer of the API. Built from text, which the HTTP layer sends without making a stream of it. */
export const answer = (body: object, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { headers: { ...json, ...headers } })

/** A refusal as every client reads it: HTTP's status, and the code and sentence as JSON. */
export function answerRefusal(refusal: Refusal, headers: Readonly<Record<string, string>> = {}): Response {
  const more = {
    ...(refusal.retryAfter && { 'retry-after': String(refusal.retryAfter) }),
    // The rest of an oversized body is not worth reading: the connection ends with the answer.
    ...(refusal.code === 'too-large' && { connection: 'close' }),
  }
  const status = refusalStatus[refusal.code]
  return new Response(JSON.stringify(refusal), { status, headers: { ...json, ...more, ...headers } })
}

/** To a browser that asks whether a page elsewhere may call the API. */
export const answerPreflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...anyOrigin,
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '86400',
    },
  })

export const brokenServer = refuse(
  'server-error',
  'Something went wrong on the server, and it is in its log. Nothing you wrote is lost; try again in a moment.',
)

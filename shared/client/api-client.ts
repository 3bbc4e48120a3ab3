import type { Api } from '#shared/contract/api.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import type { RequestOf, ResponseOf } from '#shared/contract/route.ts'

export type ApiClient = {
  [K in Operation]: (request: RequestOf<Api[K]>, options?: CallOptions) => Promise<ResponseOf<Api[K]>>
}
export interface CallOptions {
  readonly signal?: AbortSignal
  /** Let the request finish when its page goes away. */
  readonly keepalive?: boolean
}

/** The server answered no. `status` is HTTP's; 0 stands for no answer at all, which may or may not have been carried out. */
export class ApiError extends Error {
  declare readonly status: number
  declare readonly refusal: Refusal | null
  constructor(status: number, refusal: Refusal | null, message: string) {
    super(message)
    this.status = status
    this.refusal = refusal
  }
  /** True when the same request may succeed later: no answer, an overloaded or a broken server. */
  get mayRetry() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

type Loose = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }

/** ms; then there is no answer. Without an end to it, one connection that went silent would hold up all that waits behind it. */
const answerWithin = 15_000

/**
 * A typed client of the whole API.
 * @param baseUrl origin of the server, without a slash at the end
 * @param send `fetch`, injected so that extension, widget and tests share this
 * @param token bearer token of the session, asked for at each call; nothing where a cookie does it
 */
export const createApiClient = (
  baseUrl: string,
  send: typeof fetch,
  token: () => string | null = () => null,
): ApiClient => clientFor(paths, baseUrl, send, token)

/** Like `createApiClient`, of some operations only: a client that is small carries no others. */
export function clientFor<O extends Operation>(
  operations: Pick<typeof paths, O>,
  baseUrl: string,
  send: typeof fetch,
  token: () => string | null,
): Pick<ApiClient, O> {
  const call =
    (target: string) =>
    async (request: Loose, options: CallOptions = {}) => {
      const [method = '', template = ''] = target.split(' ')
      const path = template.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(request.params?.[key] ?? ''))
      const search = request.query ? `?${new URLSearchParams(request.query)}` : ''
      const bearer = token()
      const body = method === 'GET' ? null : JSON.stringify(request.body ?? {})
      const response = await send(baseUrl + path + search, {
        signal: AbortSignal.timeout(answerWithin),
        ...options,
        method,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        body,
      }).catch((cause) => {
        throw new ApiError(0, null, `${cause}`)
      })
      const answer = await response.json().catch(() => null)
      if (response.ok && answer !== null) return answer
      throw new ApiError(response.ok ? 0 : response.status, refusalIn(answer), `${target}: ${response.status}`)
    }
  const calls = Object.entries<string>(operations).map(([name, target]) => [name, call(target)])
  return Object.fromEntries(calls) as unknown as Pick<ApiClient, O>
}

const refusalIn = (answer: unknown): Refusal | null => {
  const { code, message } = Object(answer) as Partial<Refusal>
  return code && message ? (answer as Refusal) : null
}

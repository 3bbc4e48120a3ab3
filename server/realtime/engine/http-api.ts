import { checkRequestSignature } from './check-request-signature.ts'
import { parseJson } from './client-frame.ts'
import { disconnectUser } from './disconnect-user.ts'
import type { EngineState } from './engine-state.ts'
import { answer, answerRefusal, RequestRefusal } from './http-answer.ts'
import { describeChannel, listChannels, listUsers } from './query-channels.ts'
import { readBody } from './read-body.ts'
import { decode, readQuery } from './read-query.ts'
import { triggerBatch, triggerEvent } from './trigger.ts'

/**
 * `/apps/{id}/…` of the Pusher HTTP API: https://pusher.com/docs/channels/library_auth_reference/rest-api/
 * Answers every request; what it refuses gets 4xx with `{error}`, one sentence.
 */
export async function handleHttp(state: EngineState, request: Request): Promise<Response> {
  try {
    return answer(await handle(state, request))
  } catch (reason) {
    if (!(reason instanceof RequestRefusal)) throw reason
    state.counters.requestsRefused++
    return answerRefusal(reason)
  }
}

interface Call {
  readonly state: EngineState
  /** The part of the path that the route leaves open: a channel's name or a user's id. */
  readonly name: string
  readonly query: ReadonlyMap<string, string>
  readonly body: unknown
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  readonly run: (call: Call) => object
}

const routes: readonly Route[] = [
  { method: 'POST', path: /^\/events$/, run: ({ state, body }) => triggerEvent(state, body) },
  { method: 'POST', path: /^\/batch_events$/, run: ({ state, body }) => triggerBatch(state, body) },
  { method: 'GET', path: /^\/channels$/, run: ({ state, query }) => listChannels(state, query) },
  {
    method: 'GET',
    path: /^\/channels\/([^/]+)$/,
    run: ({ state, name, query }) => describeChannel(state, name, query),
  },
  { method: 'GET', path: /^\/channels\/([^/]+)\/users$/, run: ({ state, name }) => listUsers(state, name) },
  {
    method: 'POST',
    path: /^\/users\/([^/]+)\/terminate_connections$/,
    run: ({ state, name }) => {
      disconnectUser(state, name)
      return {}
    },
  },
]

async function handle(state: EngineState, request: Request): Promise<object> {
  const { pathname, search } = new URL(request.url)
  const [, appId, rest] = /^\/apps\/([^/]+)(\/.*)$/.exec(pathname) ?? []
  if (appId === undefined || rest === undefined) throw new RequestRefusal(404, 'There is nothing at this address.')
  if (decode(appId) !== state.app.id) throw new RequestRefusal(404, 'No app has this id.')
  const here = routes.filter(({ path }) => path.test(rest))
  if (here.length === 0) throw new RequestRefusal(404, 'There is nothing at this address.')
  const route = here.find(({ method }) => method === request.method)
  if (!route) throw new RequestRefusal(405, `This address takes ${here.map(({ method }) => method).join(', ')}.`)
  const query = readQuery(search)
  const bytes = await readBody(request, state.limits.bodyBytes)
  checkRequestSignature(state.app, { method: request.method, path: pathname, query, body: bytes }, state.clock.now())
  const name = decode(route.path.exec(rest)?.[1] ?? '')
  return route.run({ state, name, query, body: readJson(bytes) })
}

function readJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined
  const value = parseJson(Buffer.from(bytes).toString())
  if (value === undefined) throw new RequestRefusal(400, 'The body must be JSON.')
  return value
}

import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { api } from '#shared/contract/api.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import type { Route } from '#shared/contract/route.ts'
import { refused } from '../domain/refused.ts'
import type { Caller, Handlers } from '../features/caller.ts'
import { type AdmitParts, admit, callerOf } from './admit.ts'
import { answer, answerPreflight } from './answer.ts'
import { type ObserveCall, observed } from './observed.ts'
import { readJson } from './read-body.ts'
import { validate } from './validate.ts'

type Served = { Bindings: HttpBindings }
type ApiContext = Context<Served>
export interface ApiParts extends AdmitParts {
  readonly handlers: Handlers
  /** Headers that an operation's answer carries besides, such as a cookie. */
  readonly headersOf: (operation: Operation, answer: object, incoming: IncomingMessage) => Record<string, string>
  readonly observe: ObserveCall
}

/** Every operation of the contract as a route: let in by its access rule, bounded, validated, answered in one shape. */
export function apiRoutes(parts: ApiParts) {
  const routes = new Hono<Served>()
  routes.options('/api/*', answerPreflight)
  for (const operation of Object.keys(paths) as Operation[]) serveOperation(routes, operation, parts)
  for (const path of new Set(Object.values(paths).map(pathOf))) {
    routes.all(path, (context) =>
      observed(parts.observe, context, { operation: null, route: path }, async () => {
        throw refused('wrong-method', `This address takes ${methodsOf(path)} only.`)
      }),
    )
  }
  routes.all('/api/*', (context) =>
    observed(parts.observe, context, { operation: null, route: '/api/*' }, async () => {
      throw refused('not-found', 'There is nothing at this address. The operations are in /api/openapi.json.')
    }),
  )
  return routes
}

function serveOperation(routes: Hono<Served>, operation: Operation, parts: ApiParts) {
  const route: Route = api[operation]
  const [method = '', path = ''] = paths[operation].split(' ')
  const handler = parts.handlers[operation] as unknown as (input: object, caller: Caller) => Promise<object>
  routes.on(method, path, (context) =>
    observed(parts.observe, context, { operation, route: path }, async () => {
      const caller = admit(route.access, await callerOf(parts, context.env.incoming))
      const result = await handler(await inputOf(route, context), caller)
      return answer(result, parts.headersOf(operation, result, context.env.incoming))
    }),
  )
}

async function inputOf(route: Route, context: ApiContext): Promise<object> {
  const { method } = context.req
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readJson(context.env.incoming)
  return {
    ...(route.params && { params: validate(route.params, 'params', context.req.param()) }),
    ...(route.query && { query: validate(route.query, 'query', context.req.query()) }),
    ...(route.body && { body: validate(route.body, 'body', body) }),
  }
}

const pathOf = (target: string) => target.split(' ')[1] ?? ''
const methodsOf = (path: string) =>
  inWords.format(
    Object.values(paths).flatMap((target) => (pathOf(target) === path ? (target.split(' ')[0] ?? []) : [])),
  )
const inWords = new Intl.ListFormat('en-GB', { type: 'disjunction' })

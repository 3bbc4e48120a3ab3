import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { api } from '#shared/contract/api.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import { Refusal, refusalStatus } from '#shared/contract/refusals.ts'
import type { Access, Route } from '#shared/contract/route.ts'

/** The whole API as OpenAPI 3.1, from the same table that validates and types it. */
export function openapi(serverUrl: string | null) {
  const table: Record<string, Record<string, object>> = {}
  for (const [operation, target] of Object.entries(paths) as [Operation, string][]) {
    const [method = '', path = ''] = target.split(' ')
    const template = path.replace(/:(\w+)/g, '{$1}')
    table[template] = { ...table[template], [method.toLowerCase()]: operationOf(operation, api[operation]) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Deskbell', version: '1', description: 'Live chat: visitors, agents and their chats.' },
    ...(serverUrl && { servers: [{ url: serverUrl }] }),
    paths: table,
    components: {
      schemas: { Refusal: schemaOf(Refusal, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token that signIn or openVisitorSession gave.' },
        visitorCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-deskbell',
          description:
            "Set by openVisitorSession; counts on the server's own pages alone. Over plain http it is `deskbell`.",
        },
      },
    },
  }
}

const operationOf = (operationId: Operation, route: Route) => ({
  operationId,
  summary: route.summary,
  security: security[route.access],
  parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
  ...(route.body && { requestBody: { required: true, content: asJson(schemaOf(route.body, 'input')) } }),
  responses: {
    200: { description: 'Done', content: asJson(schemaOf(route.response, 'output')) },
    '4XX': { description: `Refused: ${codes}`, content: asJson({ $ref: '#/components/schemas/Refusal' }) },
  },
})

const security: Record<Access, readonly object[]> = {
  anyone: [],
  visitor: [{ bearer: [] }, { visitorCookie: [] }],
  agent: [{ bearer: [] }],
  administrator: [{ bearer: [] }],
  participant: [{ bearer: [] }, { visitorCookie: [] }],
}

function parametersOf(schema: v.GenericSchema | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }))
}

/** Checks and transformations that JSON Schema has no words for are left out; the server still makes them. */
function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output') {
  const { $schema: _, ...rest } = toJsonSchema(schema as never, {
    typeMode,
    target: 'draft-2020-12',
    errorMode: 'ignore',
  })
  return rest
}

const asJson = (schema: object) => ({ 'application/json': { schema } })
const codes = Object.entries(refusalStatus)
  .filter(([, status]) => status < 500)
  .map(([code, status]) => `${code} (${status})`)
  .join(', ')

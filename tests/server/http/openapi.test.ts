import { describe, expect, it } from 'vitest'
import { type Operation, paths } from '#shared/contract/paths.ts'
import { openapi } from '../../../server/http/openapi.ts'

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[]
  readonly requestBody?: { content: { 'application/json': { schema: object } } }
  readonly responses: Record<string, { content: { 'application/json': { schema: object } } }>
}
const document = openapi('https://chat.example.com')
const table = document.paths as Record<string, Record<string, Described>>
const described = Object.values(table).flatMap((methods) => Object.values(methods))

describe('/api/openapi.json', () => {
  it('I8: has every operation of the contract once, under its own name, method and path', () => {
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(paths).toSorted())
    for (const [operation, target] of Object.entries(paths) as [Operation, string][]) {
      const [method = '', path = ''] = target.split(' ')
      expect(table[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.operationId).toBe(operation)
    }
  })

  it('is a document of OpenAPI 3.1 that points nowhere', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Deskbell', version: expect.any(String) },
      servers: [{ url: 'https://chat.example.com' }],
    })
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Refusal']))
    expect(document.components.schemas.Refusal).toMatchObject({ type: 'object', required: ['code', 'message'] })
  })

  it('declares each parameter of a path, and no other', () => {
    for (const [path, methods] of Object.entries(table)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
        for (const parameter of parameters)
          expect(parameter).toMatchObject({ schema: { type: 'string' }, required: expect.any(Boolean) })
      }
    }
  })

  it('says what goes in, what comes out and how it is refused', () => {
    for (const { summary, requestBody, responses } of described) {
      expect(summary).toBeTruthy()
      if (requestBody) {
        const { schema } = requestBody.content['application/json'] as { schema: { oneOf?: object[]; anyOf?: object[] } }
        // Of several shapes each is whole.
        for (const shape of schema.oneOf ?? schema.anyOf ?? [schema])
          expect(shape).toMatchObject({ type: 'object', properties: expect.any(Object) })
      }
      expect(responses['200']?.content['application/json'].schema).toMatchObject({ type: 'object' })
      expect(responses['4XX']?.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Refusal' })
    }
    expect(table['/api/chats/{chatId}/messages']?.post?.requestBody?.content['application/json'].schema).toMatchObject({
      required: ['clientId', 'text'],
      properties: { clientId: { type: 'string', format: 'uuid' }, text: { type: 'string', maxLength: 10_000 } },
    })
    expect(table['/api/chats']?.get?.parameters).toMatchObject([
      { name: 'phase', required: true },
      { name: 'limit', required: false },
    ])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { widgetModule } from '../../../server/features/widgets/widget-module.ts'

const anyJson = fc.dictionary(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'texts', 'toString')),
  fc.jsonValue(),
  { noNullPrototype: true },
)

it('G2: a saved widget’s module gives any configuration back as it was, whatever is written in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyJson, async (given) => {
      const config = JSON.parse(JSON.stringify(given))
      const { code } = widgetModule({ config })
      expect(code).toMatch(/^export default "[\x20-\x7e]*"\n$/)
      expect(code).not.toMatch(/[<>&]/)
      const { default: json } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
      expect(JSON.parse(json)).toEqual(config)
    }),
    { numRuns: 300 },
  )
})

it('G2: it has another tag with every change, and the same one without', () => {
  const tag = (config: Record<string, unknown>) => widgetModule({ config }).etag
  expect(tag({ side: 'left' })).toBe(tag({ side: 'left' }))
  expect(tag({ side: 'left' })).not.toBe(tag({}))
})

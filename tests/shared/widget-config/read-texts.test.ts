import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '#shared/i18n/languages.ts'
import { ownText } from '#shared/i18n/own-text.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { areTexts, onlyTexts } from '#shared/widget-config/read-texts.ts'

const told = 'texts must be {"key": "text", "de": {"key": "text"}}'
const read = (texts: unknown) => {
  const { config, problems } = readFrameConfig({ texts })
  return { texts: config.texts, problems }
}

describe('W30, G2: the owner’s texts in the configuration', () => {
  it('are read for every language, and for one', () => {
    const texts = { welcome: 'Hi', de: { welcome: 'Moin', title: '' }, ja: {} }
    expect(read(texts)).toEqual({ texts, problems: [] })
    expect(read(undefined)).toEqual({ texts: {}, problems: [] })
  })

  it.each<[unknown, object]>([
    ['Hi', {}],
    [7, {}],
    [['Hi'], {}],
    [{ welcome: 7, title: 'Hi' }, { title: 'Hi' }],
    [{ welcome: { title: 'Hi' } }, {}],
    [{ de: { welcome: ['Moin'], title: 'Moin' } }, { de: { title: 'Moin' } }],
    [{ de: { en: { title: 'Hi' } } }, {}],
    [{ de: ['Moin'], fr: null }, {}],
    [{ DE: { title: 'Moin' }, deu: { title: 'Moin' } }, {}],
    [
      JSON.parse('{"__proto__": {"title": "Hi"}, "de": {"__proto__": "x", "title": "Moin"}}'),
      { de: { title: 'Moin' } },
    ],
  ])('%j: what is no text is left out, the rest counts, and it is told', (texts, left) => {
    expect(read(texts)).toEqual({ texts: left, problems: [told] })
  })

  const key = fc.constantFrom(...Object.keys(allTexts))
  const code = fc.constantFrom(...(Object.keys(languages) as Language[]))
  const anything = fc.oneof(
    fc.anything({ maxDepth: 3, withNullPrototype: true, withMap: true, withDate: true, withSparseArray: true }),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const keys = fc.oneof(key, code, fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '0'))
  const hostile = fc.oneof(
    anything,
    fc.dictionary(keys, fc.oneof(fc.string(), anything, fc.dictionary(keys, fc.oneof(fc.string(), anything)))),
  )

  it('whatever a page gives, what is left are texts, nothing that was one is lost, and no other setting is harmed', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const { config, problems } = readFrameConfig({ texts: given, side: 'left' })
        expect(areTexts(config.texts)).toBe(true)
        expect(onlyTexts(config.texts)).toEqual(config.texts)
        expect(config.side).toBe('left')
        expect(problems).toEqual((given ?? undefined) === undefined || areTexts(given) ? [] : [told])
        if (areTexts(given)) expect({ ...config.texts }).toEqual({ ...(given as object) })
        for (const [name, value] of Object.entries(Object(given)))
          if (typeof value === 'string' && /^[a-z]/i.test(name))
            expect((config.texts as Record<string, unknown>)[name]).toBe(value)
      }),
    )
  })

  it('whatever a page gives, a text is found or is not, never anything else: the button reads it unchecked', () => {
    fc.assert(
      fc.property(hostile, code, key, (given, language, name) => {
        const found = ownText(Object(given), language, name)
        expect(found === undefined || (typeof found === 'string' && found !== '')).toBe(true)
        expect(ownText(onlyTexts(given), language, name)).toBe(found)
      }),
    )
  })

  it('count in their language first, then in every language; an empty one does not count', () => {
    const texts = { title: 'Hi', de: { title: 'Moin' }, fr: { title: '' } }
    const title = (language: Language) => ownText(texts, language, 'title')
    expect([title('de'), title('fr'), title('ja')]).toEqual(['Moin', 'Hi', 'Hi'])
    expect(ownText({ de: { title: 'Moin' } }, 'fr', 'title')).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldTypes, isFieldKey } from '#shared/domain/fields/field.ts'
import { readFields } from '#shared/widget-config/read-fields.ts'
import { fieldProblems } from '../../../snippet-generator/configuration/form/field-problems.ts'
import { keyOfLabel } from '../../../snippet-generator/configuration/form/key-of-label.ts'
import { moved } from '../../../snippet-generator/list/moved.ts'

describe('W9: the key of a field', () => {
  test.each([
    ['Order number', 'orderNumber'],
    ['Straße & Nr.', 'strasseNr'],
    ['Prénom', 'prenom'],
    ['2nd choice', 'field2ndChoice'],
    ['注文番号', 'field'],
    ['', 'field'],
  ])('%j makes %s', (label, key) => {
    expect(keyOfLabel(label, [])).toBe(key)
  })

  test('is one that the widget takes, and no other field’s, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 12 }), (labels) => {
        const keys: string[] = []
        for (const label of labels) keys.push(keyOfLabel(label, keys))
        expect(keys.filter((key) => !isFieldKey(key))).toEqual([])
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})

describe('W9: what keeps a field out of the form is told', () => {
  const other = { key: 'size', type: 'text', label: 'Size' } as const
  test.each([
    [{ key: 'a', type: 'text', label: ' ' }, { label: 'Write what visitors read: until then the field is left out.' }],
    [{ key: '1', type: 'text', label: 'A' }, { key: expect.stringContaining('with a letter first') }],
    [{ key: 'size', type: 'text', label: 'A' }, { key: '“Size” has this key already: give each field its own.' }],
    [{ key: 'a', type: 'list', label: 'A' }, { options: expect.stringContaining('Write at least one option') }],
    [{ key: 'a', type: 'list', label: 'A', options: ['x', 'x'] }, { options: '“x” is there twice.' }],
    [{ key: 'a', type: 'list', label: 'A', options: ['x'] }, {}],
  ] as const)('%j', (field, problems) => {
    expect(fieldProblems(field, [other])).toEqual(problems)
  })

  test('the form has a word to say about a field whenever the widget leaves it out, and only then', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 })
    const field = fc.record({
      key: fc.oneof(fc.constantFrom('size', 'other'), fc.string({ maxLength: 45 })),
      type: fc.constantFrom(...fieldTypes),
      label: words,
      // As the form gives them: lines without spaces around.
      options: fc.array(
        words.map((word) => word.replaceAll('\n', '').trim()),
        { maxLength: 120 },
      ),
    })
    fc.assert(
      fc.property(field, ({ options, ...rest }) => {
        const whole = { ...rest, ...(rest.type === 'list' && { options: options.filter(Boolean) }) }
        const taken = readFields({ fields: [other, whole] }).fields.length === 2
        expect(Object.keys(fieldProblems(whole, [other])).length === 0).toBe(taken)
      }),
      { numRuns: 2_000 },
    )
  })
})

test('G2: what is moved in a list goes where it was sent, and everything else keeps its order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.nat(),
      fc.integer({ min: -50, max: 50 }),
      (items, at, by) => {
        const from = at % items.length
        const to = Math.min(Math.max(from + by, 0), items.length - 1)
        const named = items.map((item, index) => `${index} ${item}`)
        const after = moved(named, from, by)
        expect(after[to]).toBe(named[from])
        expect(after.toSpliced(to, 1)).toEqual(named.toSpliced(from, 1))
      },
    ),
  )
})

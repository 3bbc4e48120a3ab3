import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldLimits, fieldTypes, isFieldKey } from '#shared/domain/fields/field.ts'
import { readFields } from '#shared/widget-config/read-fields.ts'

const order = { key: 'orderNumber', type: 'text', label: 'Order number' }

describe('W9, G2: the owner’s questions in the configuration', () => {
  it('keep their order, and what each has', () => {
    const fields = [
      { ...order, required: true },
      { key: 'place', type: 'list', label: 'Where', options: ['Berlin', 'Porto'] },
      { key: 'terms', type: 'consent', label: 'I agree to the terms' },
      ...['email', 'phone', 'number', 'date', 'checkbox'].map((type) => ({ key: type, type, label: type })),
    ]
    expect(readFields({ fields })).toEqual({ fields, problems: [] })
    expect(readFields({})).toEqual({ fields: [], problems: [] })
  })

  it.each<[unknown, RegExp]>([
    [null, /needs a key/],
    ['text', /needs a key/],
    [{ ...order, key: '1st' }, /needs a key of at most 40 letters/],
    [{ ...order, key: 'x'.repeat(41) }, /needs a key of at most 40 letters/],
    [{ ...order, key: '__proto__' }, /needs a key/],
    [{ ...order, type: 'html' }, /must have a type: text\|email\|/],
    [{ ...order, label: ' ' }, /needs a label of at most 500 characters/],
    [{ ...order, label: 'x'.repeat(501) }, /needs a label/],
    [{ ...order, label: '\ud800' }, /needs a label/],
    [{ ...order, required: 'yes' }, /true or false for required/],
    [{ ...order, type: 'list' }, /needs options: 1 to 100 different texts/],
    [{ ...order, type: 'list', options: ['a', ' a '] }, /different texts/],
    [{ ...order, type: 'list', options: [] }, /different texts/],
  ])('%j is left out, and told', (wrong, why) => {
    const { fields, problems } = readFields({ fields: [wrong, { ...order, key: 'second' }] })
    expect(fields.map(({ key }) => key)).toEqual(['second'])
    expect(problems).toEqual([expect.stringMatching(why)])
    expect(problems[0]).toMatch(/^fields\[0\] /)
  })

  it('have each key once, and are twenty at most', () => {
    expect(readFields({ fields: [order, order] })).toMatchObject({
      fields: [order],
      problems: [expect.stringContaining('orderNumber, which another one has')],
    })
    const many = Array.from({ length: 22 }, (_, at) => ({ ...order, key: `key${at}` }))
    const { fields, problems } = readFields({ fields: many })
    expect(fields).toHaveLength(fieldLimits.fields)
    expect(problems).toEqual(['fields[20] is one more than 20', 'fields[21] is one more than 20'])
  })

  it('are whole and bounded, whatever the page gives; each that is left out is told', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.anything({ maxDepth: 2 }))
    const likely = fc.record(
      {
        key: fc.oneof(fc.constantFrom('a', 'b', 'c'), value),
        type: fc.oneof(fc.constantFrom(...fieldTypes), value),
        label: fc.oneof(fc.string(), value),
        required: fc.oneof(fc.boolean(), value),
        options: fc.oneof(fc.array(fc.string()), value),
      },
      { requiredKeys: [] },
    )
    const given = fc.oneof(value, fc.array(fc.oneof(value, likely), { maxLength: 25 }))
    fc.assert(
      fc.property(given, (fields) => {
        const read = readFields({ fields })
        expect(read.fields.length).toBeLessThanOrEqual(fieldLimits.fields)
        for (const { key, type, label, options } of read.fields) {
          expect(isFieldKey(key) && fieldTypes.includes(type) && label.trim() === label && label !== '').toBe(true)
          expect(type === 'list').toBe(options !== undefined)
        }
        if (Array.isArray(fields)) expect(read.fields.length + read.problems.length).toBe(fields.length)
      }),
    )
  })
})

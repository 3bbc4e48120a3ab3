import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../../../server/features/follow-ups/read-phone.ts'

describe('W18: phone numbers', () => {
  it.each([
    ['+49 30 901820', undefined, '+4930901820'],
    ['030 / 90 18 20', 'DE', '+4930901820'],
    ['(212) 736-5000', 'US', '+12127365000'],
    ['+442083661177', 'DE', '+442083661177'],
    ['００４９３０９０１８２０', 'DE', '+4930901820'],
    ['٠٣٠٩٠١٨٢٠', 'DE', '+4930901820'],
  ])('%s from %s is %s', (text, country, number) => {
    expect(readPhone(text, country)).toBe(number)
  })

  it.each([
    '030 901820',
    '',
    '+',
    '+49',
    '+999 123456',
    '110',
    'call me at +4930901820',
    '+4930901820; drop table chat',
    '<script>+4930901820</script>',
    '+4930901820 ext. 5',
    'tel:+4930901820;ext=5',
    '+49309018200000000000000000',
    '-4930901820',
    '\u202e+4930901820',
    '1e10',
    'Infinity',
  ])('refuses %j', (text) => {
    expect(readPhone(text)).toBe(null)
  })

  it('gives E.164 or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[+0-9 ()./-]{0,40}$/)),
        fc.constantFrom(undefined, 'DE', 'US', 'XX', '__proto__'),
        (text, country) => /^\+[1-9]\d{6,14}$/.test(readPhone(text, country) ?? '+1234567'),
      ),
      { numRuns: 2_000 },
    )
  })
})

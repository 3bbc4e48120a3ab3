import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '#shared/domain/text/fold-text.ts'

it.each([
  ['Łukasz WIŚNIEWSKI', 'lukasz wisniewski'],
  ['Hélène Dubois', 'helene dubois'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['İstanbul Işık', 'istanbul isik'],
  ['Ｆｕｌｌ width', 'full width'],
  ['نُوعَة', 'نوعة'],
  ['王小明', '王小明'],
])('A12: %s is found as %s', (written, typed) => {
  expect(foldText(written)).toBe(typed)
})

it('A12: what is folded stays as it is, and case never matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})

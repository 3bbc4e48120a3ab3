import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrastInWords } from '../../snippet-generator/configuration/contrast-in-words.ts'
import { readColor } from '../../snippet-generator/configuration/read-color.ts'
import { contrast, inkOn } from '../../snippet-generator/contrast.ts'

describe('G2: the colour and what it means for those who read', () => {
  test.each([
    ['#ffffff', '#000000', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
  ])('%s and %s are %f to 1 apart', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })

  test('what the widget writes on any colour can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, '0')}`
        expect(contrast(color, inkOn(color))).toBeGreaterThan(4.5)
      }),
    )
  })

  test.each([
    ['#1f5eff', 'The widget writes white on it: contrast 5.1 to 1, easy to read.'],
    ['#ffee55', 'On a white page the button hardly stands out: a darker colour is found sooner.'],
    ['#101020', 'On a dark page the button hardly stands out: a lighter colour is found sooner.'],
  ])('%s is told in words', (color, words) => {
    expect(contrastInWords(color)).toContain(words)
  })

  test.each([
    ['#1F5EFF', '#1f5eff'],
    ['1f5eff', '#1f5eff'],
    [' #abc ', '#aabbcc'],
    ['red', undefined],
    ['#12345', undefined],
    ['', undefined],
  ])('«%s» is read as %s', (text, color) => {
    expect(readColor(text)).toBe(color)
  })
})

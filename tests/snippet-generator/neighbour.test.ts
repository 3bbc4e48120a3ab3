import { expect, test } from 'vitest'
import { neighbour } from '../../snippet-generator/tabs/neighbour.ts'

const tabs = ['one', 'two', 'three'] as const

test.each([
  ['one', 'ArrowRight', 'ltr', 'two'],
  ['three', 'ArrowRight', 'ltr', 'one'],
  ['one', 'ArrowLeft', 'ltr', 'three'],
  ['one', 'ArrowLeft', 'rtl', 'two'],
  ['two', 'ArrowRight', 'rtl', 'one'],
  ['two', 'Home', 'ltr', 'one'],
  ['two', 'End', 'ltr', 'three'],
  ['two', 'ArrowDown', 'ltr', undefined],
  ['two', 'a', 'ltr', undefined],
] as const)('G1: from %s, %s in a page read %s leads to %s', (from, key, direction, to) => {
  expect(neighbour(tabs, from, key, direction)).toBe(to)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedPath, isWrittenByAndBy } from '../../snippet-generator/history/changed-path.ts'
import {
  begin,
  change,
  type History,
  MOST_STEPS,
  ONE_STEP,
  redo,
  undo,
} from '../../snippet-generator/history/history.ts'

const times = <State>(count: number, act: (history: History<State>) => History<State>, history: History<State>) =>
  Array.from({ length: count }).reduce<History<State>>((now) => act(now), history)

describe('G2: undo and redo', () => {
  test('every change can be taken back and done again, in any number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(30), (states, back) => {
        const all = ['first', ...states.map((state, index) => `${state} ${index}`)]
        const last = all.slice(1).reduce((now, state, index) => change(now, state, 'a', index, false), begin('first'))
        const steps = Math.min(back, states.length)
        const undone = times(back, undo, last)
        expect(undone.present).toBe(all[states.length - steps])
        expect(times(back, redo, undone).present).toBe(all.at(-1))
      }),
    )
  })

  test('what was taken back is forgotten once something else is changed', () => {
    const undone = undo(change(begin('a'), 'b', 'x', 0, false))
    const other = change(undone, 'c', 'x', 1, false)
    expect(redo(other).present).toBe('c')
    expect(undo(other).present).toBe('a')
  })

  test('letters written into one field soon after each other are one step', () => {
    const first = change(begin('a'), 'b', 'texts.welcome', 0, true)
    const second = change(first, 'bc', 'texts.welcome', ONE_STEP - 1, true)
    const third = change(second, 'bcd', 'texts.welcome', 2 * ONE_STEP - 2, true)
    expect(undo(third).present).toBe('a')
    expect(redo(undo(third)).present).toBe('bcd')
  })

  test.each([
    ['another field', 'texts.title', ONE_STEP - 1, true],
    ['a pause', 'texts.welcome', ONE_STEP, true],
    ['a press', 'texts.welcome', ONE_STEP - 1, false],
  ])('%s begins another step', (_, what, at, isWritten) => {
    const first = change(begin('a'), 'b', 'texts.welcome', 0, true)
    expect(undo(change(first, 'c', what, at, isWritten)).present).toBe('b')
  })

  test('what is written after an undo is a step of its own', () => {
    const written = change(change(begin('a'), 'b', 'color', 0, true), 'c', 'icon', 1, true)
    const after = change(undo(written), 'd', 'color', 2, true)
    expect(undo(after).present).toBe('b')
  })

  test('the oldest steps are forgotten, not the newest', () => {
    const counts = Array.from({ length: MOST_STEPS + 50 }, (_, index) => index + 1)
    const last = counts.reduce((now, state) => change(now, state, 'a', state, false), begin(0))
    expect(times(MOST_STEPS + 50, undo, last).present).toBe(50)
  })

  test('the same state is no change, and nothing comes before the beginning', () => {
    const same = begin('a')
    expect(change(same, 'a', 'x', 0, false)).toBe(same)
    expect(undo(same)).toEqual(same)
    expect(redo(same)).toEqual(same)
  })
})

test.each([
  [{ a: 1 }, { a: 1 }, ''],
  [{ color: 'a', side: 'b' }, { color: 'c', side: 'b' }, 'color'],
  [{ texts: { welcome: 'a' } }, { texts: { welcome: 'b' } }, 'texts.welcome'],
  [{ texts: {} }, { texts: { welcome: 'b' } }, 'texts.welcome'],
  [{ texts: {} }, { texts: { de: { welcome: 'b' } } }, 'texts.de.welcome'],
  [{ texts: { de: { welcome: 'b' } } }, { texts: {} }, 'texts.de.welcome'],
  [{ channels: [{ to: 'a' }, { to: 'b' }] }, { channels: [{ to: 'a' }, { to: 'c' }] }, 'channels.1.to'],
  [{ channels: [{ to: 'a' }] }, { channels: [] }, 'channels'],
  [{ a: 1, b: 1 }, { a: 2, b: 2 }, ''],
])('G2: what changed between %j and %j is told as «%s»', (before, after, path) => {
  expect(changedPath(before, after)).toBe(path)
})

test.each([
  ['texts.welcome', true],
  ['channels.3.to', true],
  ['channels.3.hours.open', true],
  ['fields.0.label', true],
  ['color', true],
  ['side', false],
  ['channels', false],
  ['fields.0.required', false],
])('G2: %s is written letter by letter: %s', (path, isWritten) => {
  expect(isWrittenByAndBy(path)).toBe(isWritten)
})

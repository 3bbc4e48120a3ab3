import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { dispatch, toFrame } from '../../widget/protocol.ts'

const handlers = () => ({
  look: vi.fn(),
  language: vi.fn(),
  used: vi.fn(),
  live: vi.fn(),
  call: vi.fn(),
  shutdown: vi.fn(),
})

it('W32: a message of the table reaches its handler with its arguments', () => {
  const all = handlers()
  expect(dispatch(all, ['look', 'open', true])).toBe(true)
  expect(dispatch(all, ['language', 'de,en'])).toBe(true)
  expect(all.look).toHaveBeenCalledExactlyOnceWith('open', true)
  expect(dispatch(all, ['call', 'start', 'Hello'])).toBe(true)
  expect(all.call).toHaveBeenCalledExactlyOnceWith('start', 'Hello')
  expect(all.language).toHaveBeenCalledExactlyOnceWith('de,en')
})

it.each([
  null,
  'open',
  {},
  [],
  [[]],
  ['look'],
  ['look', 1, true],
  ['look', 'open', true, true],
  ['nope'],
  ['toString'],
  ['__proto__'],
  ['constructor'],
  [null],
  ['language', {}],
  ['call', 'start'],
  ['call', 'fields', {}],
])('W32: %j changes nothing', (data) => {
  const all = handlers()
  expect(dispatch(all, data)).toBe(false)
  for (const handler of Object.values(all)) expect(handler).not.toHaveBeenCalled()
})

it('W32: whatever a page sends, nothing is thrown, and only shapes of the table get through', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.tuple(fc.constantFrom(...Object.keys(toFrame)), fc.anything())), (data) => {
      const all = handlers()
      const taken = dispatch(all, data)
      const called = Object.values(all).reduce((sum, { mock }) => sum + mock.calls.length, 0)
      expect(called).toBe(taken ? 1 : 0)
    }),
    { numRuns: 5_000 },
  )
})

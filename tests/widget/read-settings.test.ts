import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { readSettings } from '../../widget/loader/read-settings.ts'

const said = () => vi.spyOn(console, 'warn').mockReturnValue()

afterEach(() => {
  vi.restoreAllMocks()
})

it('W32: a button without settings is the default one, and says nothing', () => {
  const warn = said()
  expect(readSettings()).toMatchObject({ color: '#1f5eff', side: 'right', shape: 'circle', offset: '20,20', texts: {} })
  expect(warn).not.toHaveBeenCalled()
})

it.each([
  'nope',
  '{"color":',
  '{"color":"url(javascript:alert(1))"}',
  '{"side":["left","right"],"offset":"far","icon":"<svg>"}',
])('W32: of %s the console says in one line what was wrong', (given) => {
  const warn = said()
  expect(readSettings(given)).toMatchObject({ color: '#1f5eff', side: 'right', icon: '', offset: '20,20' })
  expect(warn).toHaveBeenCalledExactlyOnceWith('Deskbell:', expect.stringMatching(/^.*must be.*$/))
})

it('W32: never throws, whatever a page writes into its snippet', () => {
  said()
  const keys = fc.constantFrom(...Object.keys(frameDefaults))
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.dictionary(keys, fc.jsonValue()).map((value) => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(anything, (given) => {
      const { color, side, texts } = readSettings(given)
      expect(color).toMatch(/^#[\da-f]{6}$/i)
      expect(['left', 'right']).toContain(side)
      expect(texts).toBeInstanceOf(Object)
    }),
    { numRuns: 1_000 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { readAddress, tabs, writeAddress } from '../../snippet-generator/address.ts'
import { anyConfig } from './arbitrary-config.ts'

const withConfig = (config: unknown) => `#config=${encodeURIComponent(JSON.stringify(config))}`

test('G2: each opening starts from the defaults', () => {
  expect(readAddress('')).toEqual({ tab: 'configuration', config: frameDefaults, refused: [] })
  expect(writeAddress({ tab: 'configuration', config: frameDefaults })).toBe('')
})

test('G2: the address carries any configuration, and the tab', () => {
  fc.assert(
    fc.property(anyConfig, fc.constantFrom(...tabs), (config, tab) => {
      expect(readAddress(`#${writeAddress({ tab, config })}`)).toEqual({ tab, config, refused: [] })
    }),
    { numRuns: 1_000 },
  )
})

test('G2: the address carries which saved widget it is, and which version of it', () => {
  const name = fc.stringMatching(/^[a-z\d-]{1,40}$/).filter((text) => text !== 'default')
  fc.assert(
    fc.property(anyConfig, name, fc.integer({ min: 0, max: 999_999_999 }), (config, text, version) => {
      const place = { tab: 'code' as const, config, widget: { name: text, version } }
      expect(readAddress(writeAddress(place))).toEqual({ ...place, refused: [] })
    }),
  )
})

test.each([
  ['#tab=prices', ['tab']],
  ['#widget=shop', ['widget']],
  ['#widget=default.1', ['widget']],
  ['#widget=Shop.1', ['widget']],
  ['#widget=shop.-1', ['widget']],
  ['#widget=.1', ['widget']],
  ['#config=%7Bnot%20json', ['config']],
  ['#config=[]', ['config']],
  ['#config=null', ['config']],
  [withConfig({ color: 'red' }), ['color']],
  [withConfig({ side: 'top', reopen: 1 }), ['side', 'reopen']],
  [withConfig({ language: 'zz', defaultLanguage: 'xx' }), ['language', 'defaultLanguage']],
  [withConfig({ texts: { welcome: 'x'.repeat(501) } }), ['texts']],
  [withConfig({ texts: 'no record' }), ['texts']],
  [withConfig({ texts: { nowhere: 'unknown' } }), ['texts']],
  [withConfig({ unknown: 1 }), ['unknown']],
  ['#config={"__proto__":{"side":"left"}}', ['__proto__']],
])('G2: %.80s opens with the defaults and says what was refused', (hash, refused) => {
  expect(readAddress(hash)).toEqual({ tab: 'configuration', config: frameDefaults, refused })
})

test('G2: one bad setting does not take the good ones with it', () => {
  const { config, refused } = readAddress(
    withConfig({ color: 'red', side: 'left', texts: { welcome: 'Hi', nowhere: 'x' } }),
  )
  expect(config).toEqual({ ...frameDefaults, side: 'left', texts: { welcome: 'Hi' } })
  expect(refused).toEqual(['color', 'texts'])
})

test('G2: no address whatever breaks the page', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json().map((json) => `config=${json}`),
      ),
      (hash) => {
        expect(tabs).toContain(readAddress(hash).tab)
      },
    ),
    { numRuns: 1_000 },
  )
})

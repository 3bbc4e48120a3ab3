import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { writeAddress } from '../../../snippet-generator/address.ts'
import { snippet } from '../../../snippet-generator/snippet.ts'
import { exportText } from '../../../snippet-generator/transfer/export-text.ts'
import { LONGEST_IMPORT, readImport, TOO_LONG } from '../../../snippet-generator/transfer/read-import.ts'
import { anyConfig } from '../arbitrary-config.ts'

describe('G2: import', () => {
  test('reads back any configuration from its export, its snippet and its address', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const taken = { config, problems: [] }
        expect(readImport(exportText(config))).toEqual(taken)
        expect(readImport(`\uFEFF  ${exportText(config)}`)).toEqual(taken)
        expect(readImport(snippet('https://chat.example', config))).toEqual(taken)
        const address = writeAddress({ tab: 'configuration', config })
        expect(readImport(`https://chat.example/snippet-generator/#${address}`)).toEqual(taken)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['', 'Nothing is there to import.'],
    ['  \n', 'Nothing is there to import.'],
    ['[1, 2]', 'must be JSON that begins with { and ends with }.'],
    ['null', 'must be JSON'],
    ['{"color":"#7a1f5e",', 'The end seems to be missing.'],
    ['Hello', 'must be JSON'],
    ['<script async src="https://chat.example/widget.js"></script>', 'This code has no data-config.'],
    ['<script src="x" data-widget="shop"></script>', 'names the saved widget “shop” and holds no settings'],
    ['x'.repeat(LONGEST_IMPORT + 1), TOO_LONG],
  ])('refuses %.60j in a sentence, as a whole', (text, words) => {
    const { config, problems } = readImport(text)
    expect(config).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(words)
  })

  test('the snippet of the default widget is the defaults', () => {
    expect(readImport(snippet('https://chat.example', frameDefaults))).toEqual({ config: frameDefaults, problems: [] })
  })

  test('what a double-quoted attribute holds is read as well, entities and all', () => {
    const code =
      '<script data-config="{&quot;texts&quot;:{&quot;welcome&quot;:&quot;Tom &amp; Ann&#39;s&#x21;&quot;}}">'
    expect(readImport(code).config?.texts).toEqual({ welcome: "Tom & Ann's!" })
  })

  test('names each setting that cannot be used, and offers the rest', () => {
    const given = {
      color: 'mauve',
      side: 'left',
      channels: [{ type: 'link', to: 'javascript:alert(1)', label: 'Click' }],
      fields: [{ key: '1st', type: 'text', label: 'First' }],
      prices: 1,
    }
    const { config, problems } = readImport(JSON.stringify(given))
    expect(config).toEqual({ ...frameDefaults, side: 'left' })
    expect(problems).toEqual([
      'Colour (color) cannot be used as it is: "mauve". It must be a colour such as "#1f5eff".',
      expect.stringMatching(
        /^Channels \(channels\) cannot be used as it is: .*javascript:alert\(1\).* It must be a list/,
      ),
      expect.stringMatching(/^Fields of the form \(fields\) cannot be used as it is: .*"1st".* It must be a list/),
      '“prices” is no setting of this version.',
    ])
  })

  test('whatever is pasted, it never throws, and says why whenever something is left out', () => {
    const keys = fc.constantFrom(...Object.keys(frameDefaults), '__proto__', 'constructor', 'x')
    const settings = fc.dictionary(keys, fc.jsonValue(), { maxKeys: 6 }).map((given) => JSON.stringify(given))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), settings), (text) => {
        const { config, problems } = readImport(text)
        for (const problem of problems) expect(problem).toMatch(/\.$/)
        // What it did take is a configuration that an owner could have made: it goes round once more as it is.
        if (config) expect(readImport(exportText(config))).toEqual({ config, problems: [] })
        else expect(problems).toHaveLength(1)
      }),
      { numRuns: 2_000 },
    )
  })
})

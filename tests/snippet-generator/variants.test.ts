import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { settingsLiteral } from '../../snippet-generator/code/variants/settings-literal.ts'
import { typescriptCode } from '../../snippet-generator/code/variants/typescript.ts'
import { type VariantId, variants } from '../../snippet-generator/code/variants/variants.tsx'
import { root } from '../support/server.ts'
import { anyConfig } from './arbitrary-config.ts'

const origin = 'https://chat.example'
const scripts = (['tagManager', 'react', 'vue', 'typescript'] as const satisfies VariantId[]).map((id) => variants[id])

test('G3: any configuration comes back from the code that carries it as a script', () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      const literal = settingsLiteral(config)
      const read = literal === undefined ? '{}' : vm.runInNewContext(`JSON.stringify(${literal})`)
      expect(readFrameConfig(read)).toEqual({ config, problems: [] })
    }),
    { numRuns: 500 },
  )
})

test('G3: no text ends the script that it stands in, or is taken for a tag manager’s variable', () => {
  fc.assert(
    fc.property(anyConfig, fc.constantFrom('{{user}}', '{{{a}}}', '</script>', '<!--'), (config, text) => {
      for (const { code } of scripts) {
        const written = code(origin, { ...config, texts: { ...config.texts, welcome: text } })
        expect(written.replace(/^<script>\n|<\/script>$/g, '')).not.toMatch(/<\/|<!|\{\{/)
      }
    }),
  )
})

test.each(scripts)('G3: the code for $name names the default widget where nothing was changed', ({ code }) => {
  const written = code(origin, frameDefaults)
  expect(written).toMatch(/dataset\.widget = 'default'|'data-widget', 'default'/)
  expect(written).not.toMatch(/settings|config/)
})

test('G3: a compiler takes the code for TypeScript with the types beside it, strictly', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-types-'))
  try {
    symlinkSync(join(root, 'widget/deskbell.d.ts'), join(folder, 'deskbell.d.ts'))
    const config = { ...frameDefaults, color: '#7a1f5e', texts: { welcome: 'It’s </script> {{us}}' } }
    writeFileSync(join(folder, 'contact-button.ts'), typescriptCode(origin, config))
    writeFileSync(
      join(folder, 'app.ts'),
      "import { addContactButton } from './contact-button.ts'\naddContactButton()\nDeskbell('on', 'unread', ({ count }) => count + 1)\n",
    )
    const options =
      '--noEmit --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --allowImportingTsExtensions'
    const files = ['app.ts', 'deskbell.d.ts'].map((name) => join(folder, name))
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout, status } = spawnSync(
      process.execPath,
      [compiler, ...options.split(' '), '--types', '', '--ignoreConfig', ...files],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

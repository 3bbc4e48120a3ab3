import fc from 'fast-check'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../../snippet-generator/snippet.ts'
import { anyConfig } from './arbitrary-config.ts'

const origin = 'https://chat.example'

test('G3: nothing changed is the default widget by name', () => {
  expect(snippet(origin, frameDefaults)).toBe(
    '<script async src="https://chat.example/widget.js" data-widget="default"></script>',
  )
})

test('G3: what was changed is carried, and only that', () => {
  const config = { ...frameDefaults, side: 'left', texts: { welcome: 'Hi' } } as const
  expect(snippet(origin, config)).toBe(
    `<script async src="https://chat.example/widget.js" data-config='{"side":"left","texts":{"welcome":"Hi"}}'></script>`,
  )
})

test('G3: quotes, ampersands and closing tags in a text stay text', () => {
  const config = { ...frameDefaults, texts: { welcome: `Tom & Ann's </script>` } }
  expect(snippet(origin, config)).toContain(`data-config='{"texts":{"welcome":"Tom &amp; Ann&#39;s &lt;/script&gt;"}}'`)
})

test('G3: characters that cannot be seen, or turn the text around, are written as escapes', () => {
  const code = snippet(origin, { ...frameDefaults, texts: { welcome: 'a\u202eb\u200fc\u0085d\u{e0041}' } })
  expect(code).toContain('a\\u202eb\\u200fc\\u0085d\\udb40\\udc41')
})

test('G3: any configuration comes back from the snippet as it was', () => {
  const { document } = new Window()
  fc.assert(
    fc.property(anyConfig, (config) => {
      const code = snippet(origin, config)
      document.body.innerHTML = code
      const [script, ...others] = document.body.children
      expect(others).toEqual([])
      expect(script?.tagName).toBe('SCRIPT')
      expect(script?.textContent).toBe('')
      expect(script?.getAttribute('src')).toBe(`${origin}/widget.js`)
      expect(readFrameConfig(script?.getAttribute('data-config') ?? '')).toEqual({ config, problems: [] })
      expect(code.split('\n')).toHaveLength(1)
    }),
    { numRuns: 1_000 },
  )
})

import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../../snippet-generator/snippet.ts'

test.each(['index.html', 'product.html', 'prices.html'])(
  'G3: the demo shop’s %s carries the snippet as generated, right before </body>',
  (page) => {
    const html = readFileSync(new URL(`../../server/site/demo/${page}`, import.meta.url), 'utf8')
    const { document } = new Window()
    document.write(html)
    const scripts = document.querySelectorAll('script')
    expect(scripts).toHaveLength(1)
    const { config, problems } = readFrameConfig(scripts[0]?.getAttribute('data-config'))
    expect(problems).toEqual([])
    expect(html).toMatch(/<\/script>\s*<\/body>/)
    expect(html).toContain(snippet('', config))
  },
)

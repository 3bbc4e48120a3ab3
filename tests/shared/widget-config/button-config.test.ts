import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readButton } from '#shared/widget-config/button-config.ts'

const defaults = {
  color: '#1f5eff',
  side: 'right',
  theme: 'system',
  shape: 'circle',
  phone: 'full',
  icon: '',
  offset: [20, 20],
}
const read = (values: object) => {
  const problems: string[] = []
  return { config: readButton(values, problems), problems }
}

describe('W1: how the button looks', () => {
  it('is the default where nothing is said', () => expect(read({})).toEqual({ config: defaults, problems: [] }))

  it('takes what the owner chose', () => {
    const chosen = {
      color: '#ABCDEF',
      side: 'left',
      theme: 'dark',
      shape: 'pill',
      phone: 'compact',
      icon: 'M4 4h16v16H4z',
      offset: [0, 400],
    }
    expect(read(chosen)).toEqual({ config: chosen, problems: [] })
  })

  it.each([
    { color: 'red;}*{}' },
    { color: '#12345' },
    { side: 'RIGHT' },
    { side: 7 },
    { theme: 'darkest' },
    { shape: {} },
    { phone: [] },
    { icon: 'https://shop.example/icon.svg' },
    { icon: 'M4 4")' },
    { offset: [20] },
    { offset: [-1, 20] },
    { offset: [20, 401] },
    { offset: [1.5, 20] },
    { offset: [20, 20, 20] },
    { offset: { toString: 1 } },
  ])('falls back setting by setting, and names the wrong one: %o', (given) => {
    const [key] = Object.keys(given)
    expect(read({ ...given })).toEqual({
      config: defaults,
      problems: [expect.stringMatching(new RegExp(`^${key} must be`))],
    })
  })

  it('never throws, and gives only what can stand in a style, whatever it is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(defaults)), fc.jsonValue()), (given) => {
        const { config } = read(given)
        expect(JSON.stringify({ ...config, icon: '' })).toMatch(/^[\w\s"#:,{}[\]]+$/)
        expect(config.icon).toMatch(/^[-\w ,.+]*$/)
        for (const px of config.offset) expect(px >= 0 && px <= 400).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

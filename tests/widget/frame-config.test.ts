import { describe, expect, it } from 'vitest'
import { differences, frameDefaults } from '#shared/widget-config/differences.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { groupForPage } from '#shared/widget-config/more-config.ts'

const billing = '11111111-1111-4111-8111-111111111111'
const api = '22222222-2222-4222-8222-222222222222'

describe('G2: what the chat’s own document reads besides', () => {
  it('is the default where nothing is said', () => {
    expect(readFrameConfig()).toEqual({ config: frameDefaults, problems: [] })
    expect(frameDefaults).toMatchObject({ group: '', rules: [], groupChoice: 'none', description: 'none' })
    expect(differences(frameDefaults)).toEqual({})
  })

  it('takes what differs, with what the button needs', () => {
    const rules = [{ page: '/prices*', group: billing }]
    const given = { side: 'left', group: api, rules, groupChoice: 'ask', description: 'ask' } as const
    expect(readFrameConfig(JSON.stringify(given))).toEqual({ config: { ...frameDefaults, ...given }, problems: [] })
    expect(differences(readFrameConfig(given).config)).toEqual(given)
  })

  it.each([
    { group: 'billing' },
    { group: 7 },
    { group: `${billing} ` },
    { rules: 'all' },
    { rules: [{ page: '/', group: 'billing' }] },
    { rules: [{ page: '', group: billing }] },
    { rules: [null] },
    { groupChoice: 'yes' },
    { description: true },
  ])('falls back setting by setting, so that no chat is refused for it, and names the wrong one: %o', (given) => {
    const [key] = Object.keys(given)
    expect(readFrameConfig({ ...given, side: 'left' })).toEqual({
      config: { ...frameDefaults, side: 'left' },
      problems: [expect.stringMatching(new RegExp(`^${key} must be`))],
    })
  })

  it('leaves out what is no setting', () => {
    expect(readFrameConfig({ unknown: 1, __proto__: { group: api } }).config).toEqual(frameDefaults)
  })
})

describe('W9r: the page that a chat begins on chooses its group', () => {
  const group = (page: string, url: string) =>
    groupForPage({ group: '', rules: [{ page, group: billing }] }, url) === billing

  it.each([
    ['/prices', 'https://shop.example/prices?from=mail#top', true],
    ['/prices', 'https://shop.example/prices/', false],
    ['/prices', 'https://shop.example/prices-of-old', false],
    ['/prices*', 'https://shop.example/prices/lamps', true],
    ['/*/prices', 'https://shop.example/de/prices', true],
    ['/a.c', 'https://shop.example/abc', false],
    ['/a+b(c)[d]', 'https://shop.example/a+b(c)[d]', true],
    ['/über uns*', 'https://shop.example/%C3%BCber%20uns/team', true],
    ['shop.example/prices*', 'https://shop.example/prices', true],
    ['https://Shop.example/prices*', 'http://shop.example/prices', true],
    ['shop.example/prices*', 'https://other.example/prices', false],
    ['*.shop.example/*', 'https://docs.shop.example/api', true],
    ['*.shop.example/*', 'https://shop.example/api', false],
    ['docs.shop.example', 'https://docs.shop.example/any/page', true],
    ['localhost:4400/demo/*', 'http://localhost:4400/demo/lamps', true],
    ['localhost:4400/demo/*', 'http://localhost:4401/demo/lamps', false],
    ['*', 'https://shop.example/', true],
    ['/*', 'about:srcdoc', false],
    ['shop.example:port/', 'https://shop.example/', false],
  ])('%s fits %s: %s', (page, url, fits) => expect(group(page, url)).toBe(fits))

  it('counts the first rule that fits, else the widget’s own group', () => {
    const config = {
      group: 'own',
      rules: [
        { page: '/docs/api*', group: api },
        { page: '/docs*', group: billing },
      ],
    }
    expect(groupForPage(config, 'https://shop.example/docs/api/keys')).toBe(api)
    expect(groupForPage(config, 'https://shop.example/docs/lamps')).toBe(billing)
    expect(groupForPage(config, 'https://shop.example/')).toBe('own')
    expect(groupForPage(config, 'not an address')).toBe('own')
  })
})

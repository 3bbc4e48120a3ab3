import { describe, expect, it } from 'vitest'
import { defaults, readConfig } from '#shared/widget-config/config.ts'

describe('G2: the widget’s configuration', () => {
  it('is the default where nothing is said', () => {
    for (const nothing of [undefined, null, '', {}, '{}'])
      expect(readConfig(nothing)).toEqual({ config: defaults, problems: [] })
    expect(defaults).toEqual({
      color: '#1f5eff',
      theme: 'system',
      language: 'auto',
      defaultLanguage: 'en',
      reopen: 'open',
      whenAway: 'show',
      visitors: 'acted',
      texts: {},
    })
  })

  it('takes what differs, as JSON or as an object', () => {
    const given = { color: '#ABCDEF', theme: 'dark', language: 'de', reopen: 'badge', texts: { title: 'Hi' } } as const
    expect(readConfig(JSON.stringify(given))).toEqual({ config: { ...defaults, ...given }, problems: [] })
  })

  it('falls back setting by setting, and names each wrong one', () => {
    const { config, problems } = readConfig({ color: 'red;}*{}', theme: 'DARK', reopen: 7, language: 'de' })
    expect(config).toEqual({ ...defaults, language: 'de' })
    expect(problems).toEqual([
      expect.stringMatching(/^color must be/),
      expect.stringMatching(/^theme must be/),
      expect.stringMatching(/^reopen must be/),
    ])
  })

  it('W9r: passes on what only the chat’s own document reads, right or wrong', () => {
    const given = { group: 7, rules: [{ page: '/prices*', group: 'x' }] }
    expect(readConfig(given)).toEqual({ config: { ...defaults, ...given }, problems: [] })
  })

  it.each([
    'nope',
    '[1]',
    '"text"',
    '7',
    'true',
    'null',
    '{"texts":5}',
    '{"texts":{"title":{}}}',
    '{"__proto__":{"color":"x"}}',
  ])('never throws: %s', (given) => expect(readConfig(given).config).toMatchObject(defaults))
})

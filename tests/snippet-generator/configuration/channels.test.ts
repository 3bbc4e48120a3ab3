import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChannelType, channelTypes } from '#shared/widget-config/channel.ts'
import { isWithin } from '#shared/widget-config/channel-hours.ts'
import { linkTo } from '#shared/widget-config/link-to.ts'
import { channelKinds } from '../../../snippet-generator/configuration/channels/channel-kinds.ts'
import { channelProblems, isWholeChannel } from '../../../snippet-generator/configuration/channels/channel-problems.ts'
import {
  days,
  isZone,
  readTimes,
  textOfDay,
  withDay,
} from '../../../snippet-generator/configuration/channels/hours-text.ts'
import { iconProblem } from '../../../snippet-generator/configuration/look/icon-problem.ts'

describe('W1: where a channel leads is checked while it is written', () => {
  test.each(channelTypes)('%s: the example can be used, and nothing written is told', (type) => {
    const to = channelKinds[type].where?.example
    const whole = { type, ...(to && { to }), ...(type === 'link' && { label: 'Help' }) }
    expect(channelProblems(whole)).toEqual({})
    expect(linkTo(whole)).toBeTypeOf('string')
    if (to) expect(channelProblems({ type }).to).toMatch(/^Write an? \w+: until then the channel is left out\.$/)
  })

  test.each<[ChannelType, string, string]>([
    ['email', 'hello@shop', 'This is no e-mail address'],
    ['phone', 'call us', 'A number is made of digits'],
    ['phone', '12', '3 to 15 digits'],
    ['whatsapp', '030 123456', 'Write it with + and the country'],
    ['telegram', 't.me/shop', 'Write the name alone'],
    ['telegram', 'no spaces here', 'without spaces'],
    ['messenger', 'http://m.me/shop', 'beginning with https://'],
    ['link', 'shop.example/help', 'Write the whole address'],
    ['link', 'https://shop.example/a b', 'no spaces'],
    ['link', 'javascript:alert(1)', 'begins with javascript: may not be opened'],
    ['link', 'data:text/html,x', 'begins with data: may not be opened'],
    ['link', ' javascript:alert(1)', 'no spaces'],
    ['link', 'java\tscript:alert(1)', 'no spaces'],
  ])('%s: %j is refused in a sentence', (type, to, words) => {
    expect(channelProblems({ type, to, label: 'X' }).to).toContain(words)
  })

  test('whatever is written, what the form takes the widget takes, too', () => {
    const to = fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.stringMatching(/^\+?[\d ]{3,15}$/))
    fc.assert(
      fc.property(fc.constantFrom(...channelTypes), to, (type, place) => {
        const channel = { type, to: place, label: 'X' }
        if (!isWholeChannel(channel)) return
        const link = linkTo(channel)
        expect(link).toBeTypeOf('string')
        expect(link).not.toMatch(/^\s*(javascript|data|vbscript|blob|file):/i)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('W7: hours of a channel', () => {
  test.each([
    ['09:00-17:00', ['09:00-17:00']],
    ['9-17', ['09:00-17:00']],
    ['13.30 – 18, 9-12', ['09:00-12:00', '13:30-18:00']],
    ['0-24', ['00:00-24:00']],
    ['', []],
    [' ; ', []],
  ])('%j is read as %j', (text, times) => {
    expect(readTimes(text)).toEqual({ times })
  })

  test.each([
    ['nine to five', 'is no time of a day'],
    ['9:60-12', 'is no time of a day'],
    ['9-25', 'is no time of a day'],
    ['22-6', 'ends before it begins'],
    ['9-12, 11-14', 'overlap'],
  ])('%j is refused in a sentence', (text, words) => {
    expect(readTimes(text)).toEqual({ problem: expect.stringContaining(words) })
  })

  test('whatever is written, the widget can tell by it whether a channel is offered', () => {
    const time = fc.tuple(fc.nat(25), fc.nat(61)).map(([hour, minute]) => `${hour}:${String(minute).padStart(2, '0')}`)
    const range = fc.tuple(time, time).map((both) => both.join('-'))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(range).map((all) => all.join(', ')),
        ),
        fc.constantFrom(...days),
        (text, day) => {
          const read = readTimes(text)
          if ('problem' in read) return
          const hours = withDay(
            { zone: 'Europe/Berlin', open: ['Mon 08:00-09:00', 'Sun 10:00-11:00'] },
            day,
            read.times,
          )
          expect(textOfDay(hours, day)).toBe(read.times.join(', '))
          expect(isWithin(hours, new Date('2026-11-21T09:00:00Z'))).toBeTypeOf('boolean')
        },
      ),
    )
  })

  test('a zone is a name that browsers know', () => {
    expect(['Europe/Berlin', 'UTC', '+01:00', 'Berlin', ''].map(isZone)).toEqual([true, true, false, false, false])
  })
})

test.each([
  ['', undefined],
  ['M4 4h16v16H4z', undefined],
  ['<path d="M4 4"/>', 'Paste only what stands in d='],
  ['https://shop.example/icon.svg', 'This is an address'],
  ['L4 4', 'it begins with M'],
  ['M4 4 url(#a)', 'This is no path'],
  [`M${' 4'.repeat(1_000)}`, 'This path has 2001 characters'],
])('W3: the icon %.40j is told as %j', (path, words) => {
  if (words === undefined) expect(iconProblem(path)).toBeUndefined()
  else expect(iconProblem(path)).toContain(words)
})

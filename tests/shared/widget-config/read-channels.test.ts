import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTo } from '#shared/widget-config/link-to.ts'
import { readChannels } from '#shared/widget-config/read-channels.ts'

const chat = [{ type: 'chat' }]

describe('W3: the owner decides which channels there are', () => {
  it('has live chat where nothing is said', () => expect(readChannels()).toEqual({ channels: chat, problems: [] }))

  it('keeps them in their order, with their labels, icons and hours', () => {
    const channels = [
      { type: 'whatsapp', to: '+4930123456', text: 'Hello', label: 'Write to us' },
      { type: 'link', to: 'https://shop.example/help', label: 'Help', icon: 'M4 4h16v16H4z' },
      { type: 'chat', hours: { zone: 'Europe/Berlin', open: ['Mon 09:00-17:00'] } },
      { type: 'callback' },
      { type: 'email', to: 'a@shop.example', subject: 'A question', text: 'Dear shop' },
    ]
    expect(readChannels(channels)).toEqual({ channels, problems: [] })
  })

  it.each<[unknown, RegExp]>([
    [null, /must have a type/],
    ['chat', /must have a type/],
    [{ type: 'fax', to: '1' }, /must have a type: chat\|callback/],
    [{ type: 'constructor' }, /must have a type/],
    [{ type: 'phone' }, /leads nowhere: what phone needs in "to"/],
    [{ type: 'phone', to: 49 }, /at most 2000 characters for to/],
    [{ type: 'chat', to: null }, /at most 2000 characters for to/],
    [{ type: 'chat', label: null }, /at most 200 characters for label/],
    [{ type: 'telegram', to: 'shop', text: 'a'.repeat(2_001) }, /at most 2000 characters for text/],
    [{ type: 'telegram', to: 'shop', text: '\ud800' }, /for text/],
    [{ type: 'email', to: 'a@shop.example', subject: 'a'.repeat(201) }, /at most 200 characters for subject/],
    [{ type: 'email', to: 'a@shop.example', subject: 7 }, /at most 200 characters for subject/],
    [{ type: 'email', to: 'a@shop.example', subject: '\ud800' }, /for subject/],
    [{ type: 'link', to: 'https://shop.example' }, /needs a label/],
    [{ type: 'link', to: 'https://shop.example', label: '  ' }, /needs a label/],
    [{ type: 'link', to: 'javascript:alert(1)', label: 'Help' }, /must begin with https:/],
    [{ type: 'chat', hours: { zone: 'Mars', open: [] } }, /has hours that are not/],
    [{ type: 'chat', hours: 'always' }, /has hours that are not/],
  ])('leaves out %o and says why', (wrong, why) => {
    const phone = { type: 'phone', to: '+4930123456' }
    const { channels, problems } = readChannels([wrong, phone])
    expect(channels).toEqual([phone])
    expect(problems).toEqual([expect.stringMatching(why)])
    expect(problems[0]).toMatch(/^channels\[0\] /)
    expect(readChannels([wrong]).channels).toEqual(chat)
  })

  it('draws a channel as others of its type where its icon is none', () => {
    const { channels, problems } = readChannels([{ type: 'chat', icon: 'https://shop.example/icon.svg' }])
    expect(channels).toEqual(chat)
    expect(problems).toEqual(['channels[0] has an icon that is no SVG path data'])
  })

  it('takes 20 at most', () => {
    const { channels, problems } = readChannels(Array.from({ length: 22 }, () => ({ type: 'phone', to: '110' })))
    expect(channels).toHaveLength(20)
    expect(problems).toHaveLength(2)
  })

  it.each([null, 'all', 7, {}, true])('is live chat, and told, where %o is no list', (given) => {
    expect(readChannels(given)).toEqual({ channels: chat, problems: ['channels must be a list of {"type", "to"}'] })
  })

  it('never throws, and gives only what leads somewhere, whatever it is given', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom('chat', 'phone', 'link', 'javascript:alert(1)', '+4930123456'),
    )
    const like = fc.record(
      { type: value, to: value, text: value, label: value, icon: value, hours: value },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.oneof(like, value)), value), (given) => {
        const { channels, problems } = readChannels(JSON.parse(JSON.stringify(given ?? null)))
        expect(channels.length).toBeGreaterThan(0)
        for (const channel of channels) expect(linkTo(channel)).not.toBeUndefined()
        for (const problem of problems) expect(problem).not.toContain('\n')
      }),
      { numRuns: 1_000 },
    )
  })
})

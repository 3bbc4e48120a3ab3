import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Channel, type ChannelType, channelTypes } from '#shared/widget-config/channel.ts'
import { linkTo } from '#shared/widget-config/link-to.ts'

const number = '+49 (30) 123-456'
const text = 'Größe & Preis? 50 %\n“#1”'
const encoded = encodeURIComponent(text)
const mailed = encoded.replace('%0A', '%0D%0A')

describe('W1: a link channel opens the vendor’s own public scheme', () => {
  it.each<[Channel, string]>([
    [{ type: 'email', to: 'hello@shop.example' }, 'mailto:hello@shop.example'],
    [{ type: 'email', to: "o'neill+ask@shop.example", text }, `mailto:o'neill%2Bask@shop.example?body=${mailed}`],
    [
      { type: 'email', to: 'a@shop.example', subject: 'Lamps & co?' },
      'mailto:a@shop.example?subject=Lamps%20%26%20co%3F',
    ],
    [{ type: 'email', to: 'a@shop.example', subject: 'Hi', text }, `mailto:a@shop.example?subject=Hi&body=${mailed}`],
    // No second line, which some programs would take for another header.
    [
      { type: 'email', to: 'a@shop.example', subject: 'Hi\r\nBcc: b@c.example' },
      'mailto:a@shop.example?subject=Hi%20Bcc%3A%20b%40c.example',
    ],
    [{ type: 'sms', to: number, subject: 'Hi' }, 'sms:+4930123456'],
    [{ type: 'phone', to: number }, 'tel:+4930123456'],
    [{ type: 'phone', to: '*21#' }, 'tel:*21%23'],
    [{ type: 'sms', to: number }, 'sms:+4930123456'],
    [{ type: 'sms', to: number, text }, `sms:+4930123456?&body=${encoded}`],
    [{ type: 'whatsapp', to: number }, 'https://wa.me/4930123456'],
    [{ type: 'whatsapp', to: '0049 30 123456', text }, `https://wa.me/4930123456?text=${encoded}`],
    [{ type: 'telegram', to: '@shop_example' }, 'https://t.me/shop_example'],
    [{ type: 'telegram', to: 'shop_example', text }, `https://t.me/shop_example?text=${encoded}`],
    [{ type: 'telegram', to: '+4930123456' }, 'https://t.me/+4930123456'],
    [{ type: 'messenger', to: 'shop.example', text }, `https://m.me/shop.example?text=${encoded}`],
    [{ type: 'viber', to: number }, 'viber://chat?number=%2B4930123456'],
    [{ type: 'viber', to: number, text }, `viber://chat?number=%2B4930123456&draft=${encoded}`],
    [{ type: 'instagram', to: '@shop.example' }, 'https://ig.me/m/shop.example'],
    [{ type: 'line', to: '@shop' }, 'https://line.me/R/ti/p/%40shop'],
    [{ type: 'line', to: '@shop', text }, `https://line.me/R/oaMessage/%40shop/?${encoded}`],
    [{ type: 'line', to: 'shop', text }, 'https://line.me/R/ti/p/shop'],
    [{ type: 'discord', to: 'aB3dE5f' }, 'https://discord.gg/aB3dE5f'],
    [{ type: 'discord', to: '80351110224678912' }, 'https://discord.com/users/80351110224678912'],
    [{ type: 'whatsapp', to: 'https://wa.me/message/ABC' }, 'https://wa.me/message/ABC'],
    [{ type: 'link', to: 'https://shop.example/help?a=1#b' }, 'https://shop.example/help?a=1#b'],
    [{ type: 'link', to: 'tg://resolve?domain=shop' }, 'tg://resolve?domain=shop'],
    [{ type: 'chat' }, ''],
    [{ type: 'callback' }, ''],
  ])('%o leads to %s', (channel, link) => expect(linkTo(channel)).toBe(link))

  it.each<[ChannelType, string]>([
    ['email', 'shop.example'],
    ['email', 'a@b@c'],
    ['phone', 'call us'],
    ['sms', '+'],
    ['whatsapp', '030 123456'],
    ['whatsapp', '12'],
    ['viber', ''],
    ['telegram', 'two words'],
    ['telegram', '..'],
    ['messenger', '../evil'],
    ['instagram', '?x'],
    ['discord', 'a/b'],
    ['link', 'shop.example'],
    ['link', '//shop.example'],
    ['email', 'https://shop.example'],
    ['whatsapp', 'http://wa.me/49'],
  ])('%s to %s leads nowhere', (type, to) => expect(linkTo({ type, to })).toBeUndefined())

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\tjavascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'about:blank',
    'view-source:https://shop.example',
    'https:javascript:alert(1)',
  ])('a link never leads to %j', (to) => expect(linkTo({ type: 'link', to })).toBeUndefined())

  it('has no address that runs code, whatever it is given', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('javascript:', 'JAVASCRIPT:', ' javascript:', 'data:', 'vbscript:'), fc.string())
        .map((parts) => parts.join('')),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...channelTypes), wild, fc.string(), (type, to, said) => {
        const link = linkTo({ type, to, text: said, subject: said })
        if (!link) return
        const { protocol } = new URL(link, 'https://page.example')
        expect(URL.canParse(link)).toBe(true)
        expect(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'about:']).not.toContain(protocol)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps every text as it was written', () => {
    const where = {
      whatsapp: '+4930123456',
      telegram: 'shop_example',
      messenger: 'shop',
      viber: '+4930123456',
    } as const
    const key = { whatsapp: 'text', telegram: 'text', messenger: 'text', viber: 'draft' } as const
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(where) as (keyof typeof where)[])),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (type, said) => {
          const { searchParams } = new URL(linkTo({ type, to: where[type], text: said }) ?? '')
          expect(searchParams.get(key[type])).toBe(said)
          expect([...searchParams.keys()]).toEqual(type === 'viber' ? ['number', 'draft'] : ['text'])
        },
      ),
    )
  })

  it('keeps the subject and the text of an e-mail as they were written, its lines ending as in mail', () => {
    const words = fc.string({ unit: 'grapheme' })
    const lines = fc.array(words.filter(isOneLine)).map((all) => all.join('\n'))
    fc.assert(
      fc.property(words.filter(isOneLine), lines, (subject, said) => {
        const link = linkTo({ type: 'email', to: 'hello@shop.example', subject, text: said }) ?? ''
        const { protocol, pathname } = new URL(link)
        expect([protocol, pathname]).toEqual(['mailto:', 'hello@shop.example'])
        // As mail programs read it: unlike in forms of the web, + is a plus.
        const parts = link.split('?')[1]?.split('&') ?? []
        const read = Object.fromEntries(parts.map((part) => part.split('=').map(decodeURIComponent)))
        expect(parts).toHaveLength(Number(subject !== '') + Number(said !== ''))
        expect(read.subject ?? '').toBe(subject)
        expect(read.body?.replaceAll('\r\n', '\n') ?? '').toBe(said)
        expect(read.body ?? '').not.toMatch(/(?<!\r)\n|\r(?!\n)/)
      }),
      { numRuns: 1_000 },
    )
  })

  it('stays at the vendor’s own place, whatever a handle is', () => {
    const start = {
      telegram: 'https://t.me/',
      messenger: 'https://m.me/',
      instagram: 'https://ig.me/m/',
      line: 'https://line.me/R/',
      whatsapp: 'https://wa.me/',
    } as const
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(start) as (keyof typeof start)[])),
        fc.oneof(fc.string(), fc.stringMatching(/^[\w@.+/?#%-]{1,12}$/)).filter((to) => !/^\s*https:/i.test(to)),
        (type, to) => {
          const link = linkTo({ type, to })
          if (link) expect(new URL(link).href.startsWith(start[type]) && new URL(link).href > start[type]).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

const isOneLine = (words: string) => !/[\r\n]/.test(words)

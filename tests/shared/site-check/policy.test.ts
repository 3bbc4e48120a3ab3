import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allowsAddress, directiveOf, policiesIn } from '#shared/domain/site-check/policy.ts'

const page = new URL('https://shop.example/lamps')
const allows = (sources: string, url: string, from = page) =>
  allowsAddress({ name: 'script-src', sources: sources.split(' ') }, new URL(url), from)

it('G6: decides about an address as browsers do (CSP 3, § 6.7.2)', () => {
  const loader = 'https://chat.example/widget.js'
  const yes = [
    '*',
    'https:',
    'http:',
    'https://chat.example',
    'HTTPS://CHAT.example',
    'http://chat.example',
    'chat.example',
    '*.example',
    'https://chat.example:443',
    'https://chat.example:*',
    'chat.example:80',
    'https://chat.example/',
    'https://chat.example/widget.js',
    "'none' chat.example",
  ]
  for (const source of yes) expect([source, allows(source, loader)]).toEqual([source, true])
  const no = [
    '',
    "'none'",
    "'self'",
    "'unsafe-inline'",
    "'nonce-abc'",
    "'sha256-abc='",
    'data:',
    'wss:',
    'https://chat.example:8443',
    'https://chat.example/widget',
    'https://chat.example/other/',
    'https://chat.example.evil',
    '*.chat.example',
    'hat.example',
    'https://',
    'https://[::1]',
  ]
  for (const source of no) expect([source, allows(source, loader)]).toEqual([source, false])
  expect(allows("'self'", 'https://shop.example/widget.js')).toBe(true)
  expect(allows("'self'", 'https://shop.example:8443/widget.js')).toBe(false)
  // What came over http may load the same host over https, and not the other way round.
  const plain = new URL('http://shop.example/')
  expect(allows('chat.example', loader, plain)).toBe(true)
  expect(allows('chat.example', 'http://chat.example/widget.js')).toBe(false)
  expect(allows("'self'", 'https://shop.example/x', plain)).toBe(true)
  expect(allows('https://chat.example/widget/', 'https://chat.example/widget/assets/panel.js')).toBe(true)
})

it('G6: takes several policies apart, and of two equal directives the first', () => {
  const [first, second, third] = policiesIn(
    "script-src 'self'; SCRIPT-SRC *;; frame-src\thttps://a.example, default-src 'none', ",
  )
  expect(first && directiveOf(first, ['script-src-elem', 'script-src', 'default-src'])).toEqual({
    name: 'script-src',
    sources: ["'self'"],
  })
  expect(first && directiveOf(first, ['frame-src'])?.sources).toEqual(['https://a.example'])
  expect(first && directiveOf(first, ['sandbox'])).toBeNull()
  expect(second && directiveOf(second, ['frame-src', 'child-src', 'default-src'])).toEqual({
    name: 'default-src',
    sources: ["'none'"],
  })
  expect(third).toBeUndefined()
})

it('G6: never breaks on a policy, whatever it says', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('script-src', "'self'", '*', ';', ',', ' ', 'https://', '[', ':', '/', '*.', ':*', '__proto__'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.webUrl(), (pieces, url) => {
      for (const policy of policiesIn(pieces.join(''))) {
        const directive = directiveOf(policy, ['script-src', 'default-src'])
        if (directive) expect(typeof allowsAddress(directive, new URL(url), page)).toBe('boolean')
      }
    }),
  )
})

it('G6: what a policy names as a whole address it allows', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https', 'http'] }), fc.domain(), (given, other) => {
      const url = new URL(given)
      expect(allows(url.origin, url.href)).toBe(true)
      fc.pre(url.hostname !== other)
      expect(allows(`https://${other}`, url.href)).toBe(false)
    }),
  )
})

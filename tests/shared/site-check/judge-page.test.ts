import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePage } from '#shared/domain/site-check/judge-page.ts'
import type { Mention, PageFacts, SnippetTag } from '#shared/domain/site-check/page-facts.ts'

const server = 'https://chat.example'
const tag = (more: Partial<SnippetTag> = {}): SnippetTag => ({
  src: `${server}/widget.js`,
  place: 'end',
  type: '',
  waits: false,
  nonce: null,
  integrity: false,
  config: null,
  widget: 'default',
  ...more,
})
/** As the server reads it, which runs no scripts. */
const page = (tags: readonly SnippetTag[], more: Partial<PageFacts> = {}): PageFacts => ({
  url: 'https://shop.example/',
  policies: [],
  headersRead: true,
  tags,
  mentions: [],
  tagManagers: [],
  button: null,
  ...more,
})
const judge = (facts: PageFacts, saved: readonly string[] = []) =>
  judgePage(facts, { server, isSaved: (name) => saved.includes(name) })
const problems = (facts: PageFacts, saved: readonly string[] = []) =>
  judge(facts, saved).filter(({ level }) => level === 'problem')
const textsOf = (facts: PageFacts) => problems(facts).map(({ text }) => text)

describe('G6: what is said of a page', () => {
  it('G6: a page that has the snippet as it was copied has nothing to put right', () => {
    const configured = tag({ config: '{"side":"left","color":"#7a1f5e"}', widget: null })
    for (const facts of [page([tag()]), page([configured]), page([tag({ type: 'text/javascript' })])]) {
      const findings = judge(facts)
      expect(findings.map(({ level }) => level)).toEqual(['good', 'good', 'good'])
      expect(findings[0]?.text).toBe('The snippet is there, once.')
      expect(findings[1]?.text).toBe('It stands right before </body>.')
    }
  })

  it('G6: says that it is missing, with what to paste, and that scripts were not run', () => {
    const findings = judge(page([], { tagManagers: ['Google Tag Manager'] }))
    expect(findings).toMatchObject([
      {
        level: 'problem',
        text: 'The snippet is not in this page. Paste it right before </body>.',
        code: `<script async src="${server}/widget.js" data-widget="default"></script>`,
      },
      { level: 'note', text: expect.stringContaining('such as Google Tag Manager, which this page has') },
    ])
    // The extension has seen the page with its scripts run.
    expect(judge(page([], { button: false })).map(({ level }) => level)).toEqual(['problem'])
    expect(judge(page([], { button: true })).map(({ level }) => level)).toEqual(['good'])
  })

  it('G6: says where browsers pass over it', () => {
    const cases: [Mention, RegExp][] = [
      ['comment', /in a comment/],
      ['noscript', /in <noscript>/],
      ['template', /in a <template>/],
    ]
    for (const [mention, words] of cases) {
      const [only, ...others] = problems(page([], { mentions: [mention] }))
      expect(only?.text).toMatch(words)
      expect(others).toEqual([])
    }
    expect(judge(page([], { mentions: ['script'] })).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('perhaps it puts the button in'),
    )
  })

  it('G6: says that it is there more than once, or from elsewhere', () => {
    expect(textsOf(page([tag(), tag()]))[0]).toMatch(/there 2 times\. Only the first/)
    expect(textsOf(page([tag(), tag({ config: '{}' })]))[0]).toMatch(/2 times, with different settings/)
    const other = tag({ src: 'https://other.example/widget.js' })
    expect(textsOf(page([other]))[0]).toMatch(/comes from https:\/\/other\.example, not from this server/)
    expect(textsOf(page([tag(), other]))[0]).toMatch(/Another snippet comes from https:\/\/other\.example/)
  })

  it('G6: says what of the tag keeps it from working', () => {
    expect(textsOf(page([tag({ type: 'module' })]))[0]).toMatch(/type="module"/)
    expect(textsOf(page([tag({ type: 'text/plain' })]))[0]).toMatch(/consent tool/)
    expect(textsOf(page([tag({ integrity: true })]))[0]).toMatch(/integrity attribute/)
    expect(judge(page([tag({ waits: true })])).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('It has no async'),
    )
    expect(judge(page([tag({ place: 'head' })]))[1]).toMatchObject({
      level: 'note',
      text: expect.stringMatching(/head/),
    })
  })

  it('G5, G6: says mixed content, and a server that visitors cannot reach', () => {
    const plain = tag({ src: 'http://chat.example/widget.js' })
    const mixed = judgePage(page([plain]), { server: 'http://chat.example', isSaved: () => false })
    expect(mixed.filter(({ level }) => level === 'problem').map(({ text }) => text)).toEqual([
      expect.stringContaining('(mixed content)'),
    ])
    const upgraded = page([plain], { policies: ['upgrade-insecure-requests'] })
    const found = judgePage(upgraded, { server: 'http://chat.example', isSaved: () => false })
    expect(found.filter(({ level }) => level === 'problem')).toEqual([])
    const own = tag({ src: 'http://localhost:4400/widget.js' })
    expect(textsOf(page([own])).join()).toContain('visitors cannot reach it there')
    expect(textsOf(page([own], { url: 'http://localhost:3000/' })).join()).not.toContain('cannot reach')
  })

  it('G6: says what of the configuration cannot be read, and whether the named widget is there', () => {
    expect(textsOf(page([tag({ config: '{"side":"up","colour":"red"}', widget: null })]))[0]).toMatch(
      /stays at its default: .*side.*; colour is no setting|stays at its default: colour is no setting.*; .*side/,
    )
    expect(textsOf(page([tag({ config: '{broken', widget: null })]))).toHaveLength(1)
    const named = page([tag({ widget: 'shop' })])
    expect(problems(named, ['shop'])).toEqual([])
    expect(problems(named)[0]?.text).toMatch(/names a widget shop, which this server does not have/)
  })

  it('G5, G6: says the exact line that a policy lacks', () => {
    const lines = (policy: string, more: Partial<SnippetTag> = {}, button: boolean | null = null) =>
      problems(page([tag(more)], { policies: [policy], button })).map(({ code, text }) => code ?? text)
    expect(lines("default-src 'self'")).toEqual([`script-src 'self' ${server}`, `frame-src 'self' ${server}`])
    expect(lines("script-src 'none'; frame-src https://maps.example")).toEqual([
      `script-src ${server}`,
      `frame-src https://maps.example ${server}`,
    ])
    expect(lines(`script-src-elem 'self'; script-src *; child-src 'none'`)).toEqual([
      `script-src-elem 'self' ${server}`,
      `frame-src ${server}`,
    ])
    // A path that lets the loader in, and not what it loads.
    expect(lines(`script-src ${server}/widget.js`)).toEqual([`script-src ${server}/widget.js ${server}`])
    expect(lines(`script-src ${server}; frame-src ${server}`)).toEqual([])
    expect(lines("script-src 'nonce-r4nd0m' 'strict-dynamic'")).toEqual([
      `<script nonce="…" async src="${server}/widget.js"`,
    ])
    expect(lines("script-src 'nonce-r4nd0m' 'strict-dynamic'", { nonce: 'r4nd0m' })).toEqual([])
    expect(lines("script-src 'nonce-r4nd0m'", { nonce: 'old' })).toHaveLength(1)
    expect(lines('sandbox allow-forms')).toEqual([
      'The page’s Content-Security-Policy is a sandbox in which no script runs at all.',
    ])
    // It runs: whatever the policy says, it let it.
    expect(lines("script-src 'nonce-r4nd0m'", { nonce: 'old' }, true)).toEqual([])
  })

  it('G6: a policy with the lines that it was told to add has nothing to put right', () => {
    const source = fc.constantFrom(
      "'self'",
      "'none'",
      'https://cdn.example',
      'https:',
      "'unsafe-inline'",
      '*.shop.example',
    )
    const directive = fc
      .tuple(
        fc.constantFrom('default-src', 'script-src', 'frame-src', 'child-src', 'img-src'),
        fc.array(source, { maxLength: 3 }),
      )
      .map(([name, sources]) => [name, ...sources].join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(directive, { selector: (line) => line.split(' ')[0], maxLength: 5 }), (lines) => {
        const told = problems(page([tag()], { policies: [lines.join('; ')] })).flatMap(({ code }) => code ?? [])
        const named = new Set(told.map((line) => line.split(' ')[0]))
        const mended = [...lines.filter((line) => !named.has(line.split(' ')[0])), ...told].join('; ')
        expect(problems(page([tag()], { policies: [mended] }))).toEqual([])
      }),
    )
  })

  it('G6: says something of any page, and never the same twice', () => {
    const anyTag = fc.record<SnippetTag>({
      src: fc.webUrl({ validSchemes: ['https', 'http'] }),
      place: fc.constantFrom('head', 'body', 'end'),
      type: fc.string(),
      waits: fc.boolean(),
      nonce: fc.option(fc.string()),
      integrity: fc.boolean(),
      config: fc.option(fc.oneof(fc.string(), fc.json())),
      widget: fc.option(fc.string()),
    })
    const anyPage = fc.record<PageFacts>({
      url: fc.webUrl({ validSchemes: ['https', 'http'] }),
      policies: fc.array(fc.string(), { maxLength: 3 }),
      headersRead: fc.boolean(),
      tags: fc.array(fc.oneof(anyTag, fc.constant(tag())), { maxLength: 4 }),
      mentions: fc.subarray<Mention>(['comment', 'noscript', 'template', 'script']),
      tagManagers: fc.array(fc.string(), { maxLength: 2 }),
      button: fc.option(fc.boolean()),
    })
    fc.assert(
      fc.property(anyPage, (facts) => {
        const findings = judge(facts)
        expect(findings.length).toBeGreaterThan(0)
        expect(new Set(findings.map(({ text, code }) => text + code)).size).toBe(findings.length)
      }),
      { numRuns: 300 },
    )
  })
})

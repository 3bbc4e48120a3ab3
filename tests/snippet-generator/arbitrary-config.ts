import fc from 'fast-check'
import { languages } from '#shared/i18n/languages.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { anyChannel } from './arbitrary-channel.ts'
import { anyField } from './arbitrary-field.ts'

const nasty = [
  `it's "quoted"`,
  '</script><script>alert(1)</script>',
  '&quot; &amp; &#39; &lt &copy',
  "<!-- ]]> --> \\ \\u0027 '''",
  '👩🏽‍🚀 🇪🇺 ☎️',
  'مرحبًا \u202eevil\u202c \u200fשלום\u200e',
  'می\u200cخواهم',
  'line\r\nfeed\ttab\u0000null\u0085\u2028\u2029',
  '\ud800 alone \udc00',
  '{name} {count} %s %24',
]

const text = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )
  .filter((value) => value.trim() !== '' && value.length <= 500)

const words = fc.dictionary(fc.constantFrom(...Object.keys(allTexts)), text, { maxKeys: 6, noNullPrototype: true })
const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const language = fc.constantFrom(...(Object.keys(languages) as FrameConfig['defaultLanguage'][]))
const texts = fc
  .tuple(
    words,
    fc.dictionary(
      language,
      words.filter((some) => Object.keys(some).length > 0),
      { maxKeys: 2, noNullPrototype: true },
    ),
  )
  .map(([all, some]) => ({ ...all, ...some }))

const asking = fc.constantFrom('none' as const, 'ask' as const)
const icon = fc.constantFrom('M4 4h16v16H4z', 'm12 2-.5 1e-1,3A1 1 0 0 1 4 4Z')
const px = fc.integer({ min: 0, max: 400 })

/** Any configuration that an owner can make in the generator. */
export const anyConfig: fc.Arbitrary<FrameConfig> = fc.record({
  color: fc.oneof(fc.constant('#1f5eff'), color),
  theme: fc.constantFrom('system', 'light', 'dark'),
  shape: fc.constantFrom('circle', 'square', 'pill'),
  phone: fc.constantFrom('full', 'compact'),
  icon: fc.oneof(fc.constant(''), icon),
  offset: fc.tuple(px, px),
  channels: fc.array(anyChannel(text, icon), { minLength: 1, maxLength: 6 }),
  fields: fc.uniqueArray(anyField(text), { selector: ({ key }) => key, maxLength: 6 }),
  side: fc.constantFrom('right', 'left'),
  language: fc.oneof(fc.constant('auto' as const), language),
  defaultLanguage: language,
  reopen: fc.constantFrom('open', 'message', 'badge'),
  whenAway: fc.constantFrom('show', 'hide'),
  visitors: fc.constantFrom('acted', 'everyone'),
  group: fc.oneof(fc.constant(''), fc.uuid()),
  rules: fc.array(fc.record({ page: text, group: fc.uuid() }, { noNullPrototype: true }), { maxLength: 4 }),
  groupChoice: asking,
  description: asking,
  texts,
})

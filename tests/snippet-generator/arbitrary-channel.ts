import fc from 'fast-check'
import type { Channel, ChannelType } from '#shared/widget-config/channel.ts'

const number = fc.integer({ min: 10_000_000, max: 999_999_999 }).map((digits) => `+49 ${digits}`)
const handle = fc.stringMatching(/^[a-z][a-z0-9_]{4,20}$/)
const day = fc.constantFrom('Mon', 'Wed', 'Sun')
const times = fc.constantFrom('09:00-17:00', '00:00-24:00', '13:30-13:31')

const where: Readonly<Record<ChannelType, fc.Arbitrary<string | undefined>>> = {
  chat: fc.constant(undefined),
  callback: fc.constant(undefined),
  email: fc.constantFrom('hello@shop.example', "o'neill+ask@shop.example", 'ü@müller.example'),
  phone: number,
  sms: number,
  whatsapp: number,
  viber: number,
  telegram: handle,
  messenger: handle,
  instagram: handle,
  line: handle.map((name) => `@${name}`),
  discord: handle,
  link: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constant('tel:+4930123456')),
}

/** Any channel that an owner can make in the generator. */
export const anyChannel = (text: fc.Arbitrary<string>, icon: fc.Arbitrary<string>): fc.Arbitrary<Channel> =>
  fc.constantFrom(...(Object.keys(where) as ChannelType[])).chain((type) =>
    fc
      .record({
        to: where[type],
        text: fc.option(
          text.filter((value) => value.isWellFormed()),
          { nil: undefined },
        ),
        subject: type === 'email' ? fc.option(label, { nil: undefined }) : fc.constant(undefined),
        label: type === 'link' ? label : fc.option(label, { nil: undefined }),
        icon: fc.option(icon, { nil: undefined }),
        hours: fc.option(
          fc.record({
            zone: fc.constantFrom('Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'),
            open: fc.array(
              fc.tuple(day, times).map(([one, time]) => `${one} ${time}`),
              { maxLength: 4 },
            ),
          }),
          { nil: undefined },
        ),
      })
      .map((parts) => JSON.parse(JSON.stringify({ type, ...parts }))),
  )

const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }).filter((value) => value.trim() !== '')

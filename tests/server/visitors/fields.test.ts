import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { GivenField } from '#shared/contract/visitor-fields.ts'
import { type FieldType, fieldLimits, fieldTypes } from '#shared/domain/fields/field.ts'
import { Refused } from '../../../server/domain/refused.ts'
import { checkFields } from '../../../server/features/visitors/check-fields.ts'
import { type ApiPerson, aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const aField = (type: FieldType, value: string, more: Partial<GivenField> = {}): GivenField => ({
  key: type,
  type,
  label: `The ${type}`,
  value,
  ...more,
})
const now = Date.UTC(2026, 10, 21)

describe('W9: answers to the owner’s questions', () => {
  it('are kept under their labels with the time, phone numbers in E.164', () => {
    const given = [
      aField('text', 'Lamp 3'),
      aField('email', 'vera@example.com'),
      aField('phone', '030 / 90 18 20', { country: 'DE' }),
      aField('number', '-3.50'),
      aField('date', '2028-02-29'),
      aField('list', 'Berlin'),
      aField('checkbox', 'false'),
      aField('consent', 'true', { label: 'I agree to the terms' }),
    ]
    expect(checkFields(given, now)).toEqual(
      given.map(({ country, ...field }) => ({ ...field, value: country ? '+4930901820' : field.value, at: now })),
    )
  })

  it.each([
    ['email', 'vera', 'must be an e-mail address'],
    ['phone', '030 901820', 'must be a phone number that can be called'],
    ['phone', '+49 12', 'must be a phone number that can be called'],
    ['number', '1e9', 'must be a number'],
    ['number', 'Infinity', 'must be a number'],
    ['date', '2027-02-29', 'must be a day that there is'],
    ['date', '29.02.2028', 'must be a day that there is'],
    ['checkbox', 'yes', 'must be true or false'],
    ['consent', 'false', 'must be agreed to'],
  ] as const)('%s %j: %s', (type, value, why) => {
    try {
      checkFields([aField('text', 'fine', { key: 'other' }), aField(type, value)], now)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      expect(error.refusal.code).toBe('invalid-request')
      expect(error.refusal.issues).toEqual([expect.stringMatching(`^fields\\.${type}: ${why}`)])
    }
  })

  it('are of their type or refused, whatever is given', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('true', '2028-02-29', '12'))
    fc.assert(
      fc.property(fc.constantFrom(...fieldTypes), value, (type, text) => {
        try {
          const [field] = checkFields([aField(type, text)], now)
          expect(field?.type).toBe(type)
          if (type === 'consent') expect(text).toBe('true')
          if (type === 'phone') expect(field?.value).toMatch(/^\+\d{5,16}$/)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
      }),
    )
  })
})

describe('W9: a chat that begins with answers', { timeout: 60_000 }, () => {
  let server: TestServer
  let agent: ApiPerson
  beforeAll(async () => {
    server = await startServer()
    agent = await anAgent(server, await anAdministrator(server))
  }, 60_000)
  afterAll(() => server.remove())

  const start = async ({ api }: ApiPerson, fields: unknown) => {
    const chatId = crypto.randomUUID() as string as ChatId
    const page = { url: 'https://shop.example/lamps', title: 'Lamps' }
    await api.startChat({
      body: { chatId, clientId: aClientId(), page, language: 'en', fields: fields as GivenField[] },
    })
    return chatId
  }
  const known = async ({ id }: ApiPerson) =>
    (await agent.api.getVisit({ params: { visitorId: id } })).fields.map(({ key, value }) => [key, value])

  it('tells its agents, and keeps what was said last for later chats', async () => {
    const vera = await aVisitor(server)
    const before = Date.now()
    const order = aField('text', ' 4711 ', { key: 'orderNumber', label: 'Order number' })
    const consent = aField('consent', 'true', { key: 'terms', label: 'I agree to the terms of 2026' })
    const chatId = await start(vera, [order, consent])
    const { events } = await agent.api.listEvents({ params: { stream: chatStream(chatId) }, query: {} })
    const [{ event } = { event: null }] = events
    if (event?.type !== 'chat-requested') return expect.unreachable()
    expect(event.fields).toEqual([
      { key: 'orderNumber', type: 'text', label: 'Order number', value: '4711', at: expect.any(Number) },
      { key: 'terms', type: 'consent', label: 'I agree to the terms of 2026', value: 'true', at: expect.any(Number) },
    ])
    expect(event.fields?.[1]?.at).toBeGreaterThanOrEqual(before)
    await expect
      .poll(() => known(vera))
      .toEqual([
        ['orderNumber', '4711'],
        ['terms', 'true'],
      ])
    await start(vera, [{ ...order, value: '4712' }, aField('number', '3')])
    await expect
      .poll(() => known(vera))
      .toEqual(
        expect.arrayContaining([
          ['orderNumber', '4712'],
          ['number', '3'],
          ['terms', 'true'],
        ]),
      )
    expect(await known(await aVisitor(server))).toEqual([])
  })

  it('takes twenty answers of a thousand characters', async () => {
    const vera = await aVisitor(server)
    const most = Array.from({ length: fieldLimits.fields }, (_, at) =>
      aField('text', '\u{1f600}'.repeat(fieldLimits.value / 2), { key: `key${at}` }),
    )
    await start(vera, most)
    await expect.poll(async () => (await known(vera)).length).toBe(fieldLimits.fields)
  })

  it.each([
    ['too many', Array.from({ length: 21 }, (_, at) => aField('text', 'x', { key: `key${at}` }))],
    ['an over-long answer', [aField('text', 'x'.repeat(1_001))]],
    ['an over-long label', [aField('text', 'x', { label: 'x'.repeat(501) })]],
    ['an empty answer', [aField('text', '  ')]],
    ['a key of a bad shape', [aField('text', 'x', { key: '__proto__' })]],
    ['a key that is code', [aField('text', 'x', { key: 'a.b' })]],
    ['an over-long key', [aField('text', 'x', { key: 'x'.repeat(41) })]],
    ['one key twice', [aField('text', 'x'), aField('text', 'y')]],
    ['an unknown type', [{ ...aField('text', 'x'), type: 'html' }]],
    ['half a character', [aField('text', '\ud800')]],
    ['a country that is none', [aField('phone', '030901820', { country: 'Germany' })]],
    ['an answer that is none of its type', [aField('email', 'nobody')]],
    ['no list', { key: 'x' }],
  ])('begins not with %s', async (_, fields) => {
    const vera = await aVisitor(server)
    await expect(start(vera, fields)).rejects.toMatchObject({
      refusal: { code: 'invalid-request', issues: [expect.stringContaining('fields')] },
    })
    expect((await vera.api.getVisitorSession({})).chats).toEqual([])
  })
})

import fc from 'fast-check'
import * as v from 'valibot'
import { api } from '#shared/contract/api.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import { limits } from '#shared/contract/limits.ts'
import { type Operation, paths } from '#shared/contract/paths.ts'
import type { Route } from '#shared/contract/route.ts'

/** A request to try. */
export interface Attempt {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** Send the body in pieces, without saying how long it is. */
  readonly inPieces?: boolean
}
export interface Known {
  readonly chatId: string
  /** Stands where people's text stands: may appear in no log. */
  readonly secret: string
}

const json = { 'content-type': 'application/json' }
const uuid = () => crypto.randomUUID()

/** What would be carried out, if it were sent by somebody who may. */
export function validInput(operation: Operation, known: Known): Attempt {
  const [method = '', template = ''] = paths[operation].split(' ')
  const body = bodies(known)[operation]
  return {
    method,
    path:
      fill(template, {
        chatId: known.chatId,
        stream: `chat:${known.chatId}`,
        groupId: uuid(),
        statusId: uuid(),
        agentId: uuid(),
        visitorId: uuid(),
        widgetName: 'shop',
      }) + (queries[operation] ?? ''),
    headers: method === 'GET' ? {} : json,
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  }
}

/** Requests to one operation that are wrong in one way or another, by somebody who may call it. */
export function malformedAttempts(operation: Operation, known: Known): fc.Arbitrary<Attempt> {
  const route: Route = api[operation]
  const valid = validInput(operation, known)
  const hasBody = valid.method !== 'GET'
  return fc.oneof(
    wrongMethods(valid),
    ...(hasBody ? [wrongBytes(valid), wrongTypes(valid), tooLarge(valid), tooDeep(valid, route)] : []),
    ...(route.body ? [wrongShapes(valid, route.body, bodies(known)[operation])] : []),
    ...(route.params ? [wrongPlaces(valid, operation)] : []),
    ...(route.query ? [wrongQueries(valid, route)] : []),
  )
}

const queries: Partial<Record<Operation, string>> = {
  listChats: '?phase=waiting',
  listFollowUps: '?list=abandoned',
}

const bodies = ({ chatId, secret }: Known): Partial<Record<Operation, object>> => ({
  signIn: { username: secret, password: secret },
  createAgent: { username: secret, name: secret, password: secret },
  openVisitorSession: { name: secret },
  startChat: { chatId: uuid(), clientId: uuid(), page: { url: secret, title: secret }, language: 'en' },
  nameVisitor: { name: secret },
  reportVisit: { visitId: uuid(), page: { url: secret, title: secret }, referrer: secret, state: 'active' },
  startVisitorChat: { chatId: uuid(), clientId: uuid(), text: secret },
  answerInvitation: { clientId: uuid(), accept: true },
  openPreview: { group: uuid() },
  actInPreview: { do: 'send', clientId: uuid(), text: secret },
  saveWidget: { config: { texts: { title: secret } }, replaces: 0 },
  renameWidget: { name: 'other-shop' },
  checkSite: { page: 'https://shop.example/', server: 'https://chat.example/' },
  sendMessage: { clientId: uuid(), text: secret },
  askColleague: { chatId: uuid(), clientId: uuid(), text: secret },
  acceptChat: { clientId: uuid() },
  declineChat: { clientId: uuid() },
  endChat: { clientId: uuid() },
  leaveChat: { clientId: uuid() },
  joinChat: { clientId: uuid() },
  observeChat: { clientId: uuid() },
  stopObserving: { clientId: uuid() },
  moveChat: { clientId: uuid(), groupId: uuid() },
  setClosingNote: { clientId: uuid(), text: secret },
  requestCallback: { clientId: uuid(), phone: '+4930123456', country: 'DE', note: secret, preferredTimes: secret },
  leaveMessage: { clientId: uuid(), email: 'vera@shop.example', text: secret },
  answerByMail: { clientId: uuid(), text: secret },
  followUp: { clientId: uuid() },
  renewPresence: { idle: false },
  setStatus: { status: uuid() },
  saveStatus: { name: secret, takesChats: true },
  saveGroup: { name: secret, settings: defaultGroupSettings, members: [] },
  updateAgent: { name: secret, capacity: 3 },
  markReceipt: { delivered: 1, read: 1 },
  signalTyping: { typing: true },
  sync: { logId: null, streams: { [`chat:${chatId}`]: 1 } },
  authenticateSocket: { socket_id: '1.1' },
  authorizeChannel: { socket_id: '1.1', channel_name: `private-chat-${chatId}` },
})

const wrongMethods = (valid: Attempt) => {
  const path = valid.path.split('?')[0] ?? ''
  return fc
    .constantFrom('PATCH', 'PUT', 'DELETE', 'POST', 'GET', 'PROPFIND', 'QUERY')
    .filter((method) => !takes(path, method))
    .map((method): Attempt => ({ method, path, headers: {} }))
}

const takes = (path: string, method: string) =>
  Object.values(paths).some((target) => {
    const [its, template = ''] = target.split(' ')
    return its === method && new RegExp(`^${template.replace(/:\w+/g, '[^/]+')}$`).test(path)
  })

/** Not UTF-8, or not JSON. */
const wrongBytes = (valid: Attempt) =>
  fc
    .oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.string({ unit: 'binary', minLength: 1 }).map((text) => new TextEncoder().encode(text)),
      fc
        .constantFrom('{', '{"a":}', "{'a':1}", '{"a":1}{}', 'undefined', 'NaN', '[1,]', '"\u0001"', '{"a":1,}')
        .map((text) => new TextEncoder().encode(text)),
      fc.constant(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
    )
    .filter((bytes) => !isJson(bytes))
    .map((body) => ({ ...valid, body }))

function isJson(bytes: Uint8Array) {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}

const wrongTypes = (valid: Attempt) =>
  fc
    .constantFrom(
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'json',
      'text/json',
    )
    .map((type) => ({ ...valid, headers: { 'content-type': type } }))

/** More bytes than are read, announced or not. */
const tooLarge = (valid: Attempt) =>
  fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.boolean()).map(([more, inPieces]) => ({
    ...valid,
    body: new TextEncoder().encode(`{"text":"${'x'.repeat(limits.requestBytes + more)}"}`),
    inPieces,
  }))

/** Brackets in brackets: a parser that calls itself for each would run out of stack. Without a schema any JSON will do. */
const tooDeep = (valid: Attempt, route: Route) =>
  fc.integer({ min: 1, max: 30_000 }).map((depth) => ({
    ...valid,
    body: route.body ? '['.repeat(depth) + ']'.repeat(depth) : '['.repeat(depth),
  }))

/** JSON of another shape than the schema's: made up, or the right one with one thing spoiled. */
function wrongShapes(valid: Attempt, schema: v.GenericSchema, right: object | undefined) {
  const hostile = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.dictionary(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'clientId', 'text', 'streams'),
      fc.jsonValue(),
    ),
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      '\ud800',
      'a\u0000b',
      'x\udfff',
      'x'.repeat(20_000),
      -1,
      1.5,
      2 ** 53,
      1e308,
      [],
      {},
      null,
      true,
    ),
  )
  const spoiled = fc
    .tuple(fc.constantFrom(...pathsOf(right ?? {})), fc.oneof(hostile, fc.constant(undefined)))
    .map(([place, value]) => withValue(right ?? {}, place, value))
  return fc
    .oneof(hostile, spoiled)
    .map((value) => JSON.stringify(value))
    .filter((text) => !v.safeParse(schema, JSON.parse(text)).success && text.length < limits.requestBytes)
    .map((body) => ({ ...valid, body }))
}

const pathsOf = (value: object): string[][] =>
  Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...(inner !== null && typeof inner === 'object' ? pathsOf(inner).map((rest) => [key, ...rest]) : []),
  ])

function withValue(value: object, [key = '', ...rest]: readonly string[], replaced: unknown): object {
  const inner = (value as Record<string, unknown>)[key]
  return { ...value, [key]: rest.length ? withValue(inner as object, rest, replaced) : replaced }
}

/** Ids that are none, ids of nothing, and paths that try to lead elsewhere. */
function wrongPlaces(valid: Attempt, operation: Operation) {
  const template = paths[operation].split(' ')[1] ?? ''
  const nobodys = fc.uuid().map((id) => (operation === 'listEvents' ? `chat:${id}` : id))
  // What a client names itself is there once it was asked for.
  const made = operation === 'saveGroup' || operation === 'saveStatus'
  const id = fc.oneof(
    ...(made ? [] : [nobodys]),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '%00',
      '\0',
      'online\0',
      '%zz',
      '%c3%28',
      'null',
      '0',
      '..%2f..',
      "' or 1=1 --",
      '__proto__',
      'x'.repeat(5_000),
      'chat:x',
      `chat:${uuid()}:internal`,
      'chat:------------------------------------',
    ),
  )
  const encoded = id
    .filter((text) => !/^\.{0,2}$/.test(text))
    .map((text) => (/^%/.test(text) ? text : encodeURIComponent(text)))
  return encoded.map((text) => ({
    ...valid,
    path: fill(template, Object.fromEntries(places.map((name) => [name, text])), true),
  }))
}

/** The ones that the schema knows: of any others nothing is wrong. */
const namesIn = ({ query }: Route) => (query && 'entries' in query ? Object.keys(query.entries as object) : [])

const wrongQueries = (valid: Attempt, route: Route) =>
  fc
    .dictionary(
      fc.constantFrom(...namesIn(route), '__proto__'),
      fc.oneof(fc.string(), fc.constantFrom('-1', '1e9', 'NaN', '9'.repeat(30), '', 'waiting')),
    )
    .filter((query) => route.query !== undefined && !v.safeParse(route.query, { ...query }).success)
    .map((query) => ({ ...valid, path: `${valid.path.split('?')[0]}?${new URLSearchParams(query)}` }))

const places = ['chatId', 'stream', 'groupId', 'statusId', 'agentId', 'visitorId']

const fill = (template: string, values: Record<string, string>, encoded = false) =>
  template.replace(/:(\w+)/g, (_, key: string) =>
    encoded ? (values[key] ?? '') : encodeURIComponent(values[key] ?? ''),
  )

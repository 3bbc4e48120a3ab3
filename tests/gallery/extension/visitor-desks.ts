import type { Identity } from '#shared/contract/identity.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { aChat, anAccount, type DeskData, deskOf } from '../../support/desk-data.ts'
import { aKnownField, anOnlineVisitor, visitorsOf } from '../../support/visitor-data.ts'

const account = anAccount()
const second = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })
const minute = 60_000
const ago = (minutes: number) => Date.now() - minutes * minute

/** A request of somebody whom the site has identified, with answers. */
export const identified = () =>
  deskOf(
    [account],
    [aChat({ account, visitor: 'Ada Lovelace', identity, fields: answers }).says('Which size do I take?')],
  )

/** All that a list of visitors can show. */
const everybody = (): OnlineVisitor[] => [
  anOnlineVisitor('', { arrivedAt: ago(0.2), referrer: 'https://www.google.com/', place: { country: 'DE' } }),
  anOnlineVisitor('Ada Lovelace', {
    arrivedAt: ago(12),
    pageSince: ago(0.7),
    page: { url: 'https://shop.example/checkout', title: 'Checkout: address, delivery and payment' },
    referrer: 'https://news.example.org/best-shoes-of-the-year',
    returning: true,
  }),
  anOnlineVisitor('Łukasz Wiśniewski-Brzęczyszczykiewicz', {
    arrivedAt: ago(34),
    dot: 'yellow',
    device: { browser: 'Samsung Internet for Android', os: 'Android', kind: 'mobile' },
    place: { country: 'PL', city: 'Brzeszcze' },
  }),
  anOnlineVisitor('נועה לוי', { arrivedAt: ago(75), place: null, device: { browser: '', os: '', kind: 'other' } }),
]

const inChat = (name: string, chat: ReturnType<typeof aChat>, more: Partial<OnlineVisitor> = {}) => {
  const { chatId } = chat
  const visitor = { id: `visitor-${chatId}` as ActorId, name }
  return anOnlineVisitor(name, { visitor, chatId, arrivedAt: ago(90), ...more })
}

export function visitors(): DeskData {
  const mine = aChat({ account, visitor: 'Ben Okoye' }).says('Hello').accepted().read()
  const theirs = aChat({ account, visitor: 'Priya Raman' }).takenBy('Mia')
  const asked = anOnlineVisitor('Ines', { dot: 'pink', chatId: aChat().chatId, arrivedAt: ago(95) })
  const seen = [...everybody(), inChat('Ben Okoye', mine), inChat('Priya Raman', theirs), asked]
  return { ...deskOf([account], [mine, theirs]), ...visitorsOf(account, seen) }
}
const identity: Identity = {
  id: 'customer-20871',
  email: 'ada@example.com',
  phone: '+4930901820',
  signed: ['name', 'email'],
}
const answers = [
  aKnownField('Order number', '4711'),
  aKnownField('When do you need it?', '2026-12-24', { type: 'date' }),
  aKnownField('I agree that my answers are kept to handle this request', 'true', { type: 'consent' }),
]

/** A chat that I have begun, and what is known of its visitor. */
const withAda = (chat: ReturnType<typeof aChat>, more: Partial<OnlineVisitor> = {}): DeskData => {
  const visitorId = `visitor-${chat.chatId}` as ActorId
  const [, ada] = everybody()
  const seen = ada ? { ...ada, visitor: { id: visitorId, name: 'Ada Lovelace' }, ...more } : null
  const known = { seen, chats: 3, ahead: 0, identity, fields: [aKnownField('Shoe size', '41')] }
  const visit = { accountId: account.id, visitorId, ...known, answeredAt: Date.now() + 60 * minute }
  return { ...deskOf([account], [chat]), visits: [visit] }
}
export const invited = () =>
  withAda(
    aChat({ account, visitor: 'Ada Lovelace', proposed: 'asked', ago: minute }).answers('Can I help you find a size?'),
    { dot: 'pink' },
  )
export const known = () =>
  withAda(
    aChat({ account, visitor: 'Ada Lovelace', identity, fields: answers })
      .says('Which size do I take?')
      .accepted()
      .answers('A 41.')
      .read(),
  )
export const notBegun = (): DeskData => {
  const [ada] = everybody().slice(1)
  const refusal = refuse('visitor-not-online', 'This visitor has left the site. Nothing was sent.')
  const seen = ada ? { visitor: ada.visitor, page: ada.page, language: 'en' } : null
  const chat = aChat({ account })
  if (seen) chat.begun({ operation: 'startVisitorChat', text: 'Can I help you find a size?', seen }, refusal)
  return { ...deskOf([account], []), outbox: chat.rows().outbox }
}
export const noVisitors = (): DeskData => ({ ...deskOf([account], []), ...visitorsOf(account, []) })
export const unknownVisitors = (): DeskData => ({
  ...deskOf([{ ...account, state: 'offline' }], []),
  ...visitorsOf(account, everybody(), { answeredAt: 0, problem: 'The server cannot be reached just now.' }),
})
export function visitorsOfTwo(): DeskData {
  const one = visitorsOf(account, everybody(), { total: 1_204 })
  const problem = 'The server has too much to do. Try again in a moment.'
  const other = visitorsOf(second, [], { answeredAt: 0, problem })
  const [ada] = visitorsOf(second, [anOnlineVisitor('Ada of Acme')]).visitors
  return {
    ...deskOf([account, second], []),
    visitors: ada ? [...one.visitors, ada] : one.visitors,
    visitorLists: [...one.visitorLists, ...other.visitorLists],
  }
}

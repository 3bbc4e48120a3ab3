import type { Dot } from '#shared/contract/presence.ts'
import { plural } from './plural.ts'

const number = new Intl.NumberFormat('en')
const countries = new Intl.DisplayNames('en', { type: 'region' })
const languages = new Intl.DisplayNames('en', { type: 'language' })

/** The English words about visitors on the sites (A3), and chats that agents begin with them (A4). */
export const visitors = {
  heading: 'Visitors',
  /** Who has not said their name. */
  unnamed: 'Visitor',
  loading: 'Looking who is there',
  none: 'Nobody is on your sites just now',
  noneText:
    'Visitors are listed here from the moment they open the chat; with the owner’s option, from their first page.',
  noMatch: 'Nobody like that is there',
  noMatchText: 'Look for another word, or show those who are in a chat too.',
  unknown: 'Nobody can be seen just now',
  unknownText: 'The list comes back by itself with the connection.',
  problem: (host: string, reason: string) => `${host}: ${reason}`,
  filter: 'Find in visitors',
  notInChat: 'Not in a chat',
  count: (count: number) => plural(count, { one: 'One visitor', other: '# visitors' }),
  shown: (shown: number, total: number) => `${number.format(shown)} of ${number.format(total)} visitors`,
  dots: {
    green: 'Active on the site',
    yellow: 'Away from the page',
    pink: 'Asked into a chat',
    red: 'Not on the site',
    black: 'Not on the site',
  } satisfies Record<Dot, string>,
  /** `Portugal` for `PT`. */
  country: (code: string) => nameIn(countries, code),
  /** `Brazilian Portuguese` for `pt-BR`. */
  language: (tag: string) => nameIn(languages, tag),
  here: (time: string) => `here ${time}`,
  onPage: (time: string) => `${time} on this page`,
  from: (referrer: string) => `from ${referrer}`,
  direct: 'came directly',
  returning: 'returning',
  isNew: 'new',
  runsOn: (browser: string, os: string) => `${browser} on ${os}`,
  start: 'Start chat',
  open: 'Open chat',
  away: 'Away: a chat can be started when they are back.',
  inChat: 'In a chat',
  inChatWith: (agent: string) => `In a chat with ${agent}`,
  inMyChat: 'In a chat with you',
  waits: 'Waiting for an answer',
  asked: 'Asked into a chat',
  menu: (visitor: string) => `What to do with ${visitor}`,
  firstMessage: (visitor: string) => `First message to ${visitor}`,
  onlyOn: (page: string) => `Only on ${page.replace(/^https?:\/\//, '')}`,
  onThisPage: (count: number) => plural(count, { one: 'One visitor on this page', other: '# visitors on this page' }),

  youBegan: 'You began the chat',
  began: (agent: string) => `${agent} began the chat`,
  asks: (visitor: string) => `Waiting for ${visitor} to accept`,
  accepted: (visitor: string) => `${visitor} accepted`,
  declined: (visitor: string) => `${visitor} did not want to chat now`,
  beginning: 'The chat begins as soon as the server has it.',
  notBegun: 'The chat has not begun. What you wrote is kept until you try again or discard it.',

  pane: {
    show: 'About the visitor',
    status: 'Now',
    page: 'On page',
    startPage: 'First page',
    arrived: 'Here for',
    referrer: 'Came from',
    place: 'Place',
    language: 'Language',
    device: 'Device',
    chats: 'Earlier chats',
    noChats: 'none',
    seen: 'Before',
    returning: 'was here before',
    isNew: 'first visit',
    gone: 'Not on the sites just now.',
    began: 'Chat began on',
    unknown: 'More is known as soon as the server answers.',
  },
}

/** What is no code of its kind is shown as it came. */
function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

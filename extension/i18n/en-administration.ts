import type { GroupSettings, VisitorMayEnd } from '#shared/contract/groups.ts'
import { plural } from './plural.ts'

const and = new Intl.ListFormat('en', { type: 'conjunction' })
const chats = (count: number) => plural(count, { one: '# chat', other: '# chats' })
const agents = (count: number) => plural(count, { one: '# agent', other: '# agents' })

/** The English words of administration, in the options. */
export const administration = {
  heading: 'Administration',
  headingOf: (host: string) => `Administration of ${host}`,
  intro: 'Who answers, in which groups, and when. Only administrators see this.',
  loading: 'Loading',
  offline: (host: string) => `Offline: ${host} cannot be reached. What you type stays here; save it when it is back.`,
  signedOut: (host: string) => `You are signed out of ${host}. What you typed stays here; sign in again above.`,
  tryAgain: 'Try again',
  edit: 'Edit',
  remove: 'Remove',
  removing: 'Removing…',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  keep: 'Keep it',
  saved: (name: string) => `${name} was saved.`,
  added: (name: string) => `${name} was added.`,
  missingName: 'Write a name.',
  tooLong: (most: number) => `At most ${most} characters.`,
  nameTaken: (name: string) => `${name} is taken. Choose another name.`,
  wrongFields: (count: number) =>
    plural(count, {
      one: 'Not saved: one field needs another look.',
      other: 'Not saved: # fields need another look.',
    }),
  notSo: (reason: string) => `This ${reason}.`,
  unsaved: 'What you changed is not saved.',
  discard: 'Discard the changes',
  keepEditing: 'Keep editing',
  search: 'Search',
  noMatch: 'Nothing is called that.',

  agents: {
    tab: 'Agents',
    list: 'Agents',
    add: 'Add an agent',
    edit: (name: string) => `Edit ${name}`,
    administrator: 'Administrator',
    you: 'you',
    name: 'Name',
    nameHint: 'As visitors and colleagues see it.',
    username: 'Username',
    usernameHint: 'For signing in. It cannot be changed later.',
    password: 'First password',
    passwordHint: (least: number) => `At least ${least} characters. Tell it to the agent: it is not shown again.`,
    capacity: 'Chats at once',
    capacityHint: 'No more than this many are offered at the same time.',
    takes: (count: number) => `up to ${chats(count)} at once`,
    missingUsername: 'Write a username.',
    shortPassword: (least: number) => `At least ${least} characters.`,
    badCapacity: 'A whole number from 1 to 100.',
    added: (name: string, username: string) => `${name} was added and is in Everyone. They sign in as ${username}.`,
  },

  statuses: {
    tab: 'Statuses',
    list: 'Statuses',
    add: 'Add a status',
    edit: (name: string) => `Edit ${name}`,
    builtIn: 'on every server',
    name: 'Name',
    nameHint: 'Such as Lunch, or Training.',
    takesChats: 'Takes chats',
    takesChatsOn: 'Agents who choose it are offered chats.',
    takesChatsOff: 'Agents who choose it are offered none.',
    removeQuestion: (name: string, fallback: string) =>
      `Remove ${name}? Agents who have it now get ${fallback} instead.`,
    removed: (name: string, fallback: string, count: number) =>
      count === 0
        ? `${name} was removed. No agent had it.`
        : `${name} was removed: ${agents(count)} now ${count === 1 ? 'has' : 'have'} ${fallback}.`,
  },

  groups: {
    tab: 'Groups',
    list: 'Groups',
    add: 'Add a group',
    edit: (name: string) => `Edit ${name}`,
    members: (count: number) => plural(count, { one: '# member', other: '# members' }),
    nobody: 'nobody is in it',
    alwaysOpen: 'always open',
    openNow: 'open now',
    closedNow: 'closed now',
    offers: { 'one-by-one': 'one by one', 'ring-all': 'rings all' } satisfies Record<GroupSettings['offer'], string>,
    removeQuestion: (name: string, members: number) =>
      `Remove ${name}? Its chats that are not over go to Everyone${members ? `, and its ${agents(members)} stay on the server` : ''}. Its office hours and settings are deleted.`,
    removed: (name: string, moved: number) =>
      moved ? `${name} was removed: ${chats(moved)} went to Everyone.` : `${name} was removed. It had no open chats.`,

    name: 'Name',
    nameHint: 'Visitors see it where they choose a group.',
    membersHeading: 'Members',
    membersCount: (count: number, all: number) => `${count} of ${agents(all)}`,
    tooManyMembers: (most: number) => `At most ${agents(most)} can be in a group.`,
    searchMembers: 'Search agents',
    noMembers: 'Nobody is in this group. Its visitors wait until somebody is, and are then offered another way.',

    ringing: 'Ringing',
    offer: 'How a request rings',
    offerWords: {
      'ring-all': 'Ring all',
      'one-by-one': 'One by one',
    } satisfies Record<GroupSettings['offer'], string>,
    offerHints: {
      'ring-all': 'Everybody who is free; the first to accept gets it.',
      'one-by-one': 'One agent, then the next when they decline or do not answer.',
    } satisfies Record<GroupSettings['offer'], string>,
    order: 'Who is rung first',
    orderWords: {
      'least-busy': 'Whoever has the fewest chats',
      'round-robin': 'Each in turn',
      'last-agent': 'Whoever helped this visitor last',
    } satisfies Record<GroupSettings['order'], string>,
    answerWithin: 'Time to answer',
    answerWithinHint: 'Then the next agent is rung.',
    exhausted: 'When all were tried',
    exhaustedWords: {
      'ring-all': 'Ring all at once',
      'leave-message': 'Offer to leave a message',
      callback: 'Offer to be called back',
    } satisfies Record<GroupSettings['exhausted'], string>,
    giveUpAfter: 'Give up after',
    giveUpAfterHint: 'Nobody took it for this long: the visitor is offered another way. It keeps ringing.',

    proactive: 'When an agent begins a chat',
    proactiveWords: {
      joined: 'The panel opens for the visitor at once',
      asked: 'The visitor is asked first',
    },

    ending: 'Beginning and end',
    endAfter: 'End when nobody writes for',
    endAfterHint: 'Both sides are warned a minute before.',
    visitorMayEnd: 'Visitors may end their chat',
    visitorMayEndWords: {
      default: 'When it makes sense: unanswered, closed or long quiet',
      always: 'Always',
      never: 'Never',
    } satisfies Record<VisitorMayEnd, string>,
    reopenWithin: 'Reopen when the visitor writes within',
    reopenWithinHint: 'After the end. Later, what they write begins a new chat.',

    targets: 'Answer targets',
    firstAnswerTarget: 'First answer within',
    nextAnswerTarget: 'Each next answer within',
    targetHint: 'Agents are warned before it is over.',
  },

  duration: {
    unitOf: (label: string) => `${label}: unit`,
    units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days' },
    none: { endAfter: 'never', target: 'no target', reopenWithin: 'never' },
    between: (least: string, most: string) => `From ${least} to ${most}.`,
    wholeNumber: 'Write a number that makes whole seconds.',
    long: { seconds: 'second', minutes: 'minute', hours: 'hour', days: 'day' },
  },

  hours: {
    heading: 'Office hours',
    kind: 'When it is open',
    kinds: { always: 'Always open', weekly: 'Weekly hours' },
    kindHints: {
      always: 'Whenever somebody is there.',
      weekly: 'Outside them nobody is rung, and visitors are told when it opens.',
    },
    zone: 'Time zone',
    zoneHint: 'Type a city or a region.',
    zoneSuggestions: 'Time zones',
    unknownZone: (typed: string) =>
      typed ? `There is no time zone called ${typed}. Choose one from the list.` : 'Choose a time zone.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    week: 'Week',
    closed: 'Closed',
    from: (day: string) => `${day} from`,
    to: (day: string) => `${day} to`,
    add: (day: string) => `Add hours on ${day}`,
    remove: (day: string, from: string, to: string) => `Remove ${from || '…'} to ${to || '…'} on ${day}`,
    copy: (day: string) => `Copy ${day} to other days`,
    copyQuestion: (day: string) => `Copy the hours of ${day} to`,
    copyNow: 'Copy',
    missingTime: 'Write both times, such as 9:00 and 17:00.',
    endsFirst: 'It ends before it begins. For hours over midnight, end at 0:00 and go on the next day.',
    overlaps: 'It overlaps other hours of this day.',
    holidays: 'Holidays',
    holidaysHint: 'Days on which the week does not count.',
    addHoliday: 'Add a holiday',
    holiday: (position: number) => `Holiday ${position}`,
    date: 'Date',
    holidayName: 'Name',
    holidayKind: 'On this day',
    holidayKinds: { closed: 'closed', open: 'special hours' },
    removeHoliday: (name: string) => `Remove ${name}`,
    missingDate: 'Choose a day.',
    sameDate: 'This day is in the list twice.',
    tooManyHolidays: (most: number) => `At most ${most} holidays.`,
    now: (time: string, isOpen: boolean) => `There it is ${time} now: ${isOpen ? 'open' : 'closed'}`,
    until: (time: string) => `until ${time}.`,
    forGood: 'until this is changed.',
  },

  list: (words: readonly string[]) => and.format(words),
}

import type { MessageState } from '#shared/client/message-state.ts'
import type { Fallback, Outcome } from '#shared/contract/events.ts'
import type { Dot } from '#shared/contract/presence.ts'
import type { FollowUpList } from '#shared/domain/chat/follow-up.ts'
import type { AccountState } from '../core/db.ts'
import { plural } from './plural.ts'

const either = new Intl.ListFormat('en', { type: 'disjunction' })

/** Every English word of the extension's pages. Sentences that name something are functions. */
export const en = {
  direction: 'ltr' as 'ltr' | 'rtl',
  product: 'Deskbell',

  requests: {
    heading: 'Waiting',
    accept: 'Accept',
    decline: 'Decline',
    silence: 'Silence',
    accepting: 'Accepting…',
    declining: 'Declining…',
    declined: 'You declined. Still waiting for somebody.',
    toColleague: 'It rings for a colleague just now.',
    toNobody: 'It waits for somebody who is free.',
    answerWithin: (time: string) => `${time} left to answer`,
    waited: (time: string) => `waiting ${time}`,
    incoming: (visitor: string) => `${visitor} is waiting`,
    more: (count: number) => plural(count, { one: '# more waits', other: '# more wait' }),
    none: 'Nobody is waiting',
    noneForMe: 'Nobody is waiting for you',
    noneText: 'You hear the bell when a visitor rings.',
    unreachable: 'Nobody can ring here until a server is connected.',
    declinedWait: (count: number) =>
      plural(count, {
        one: 'One request that you declined still waits.',
        other: '# requests that you declined still wait.',
      }),
    quietWait: (count: number) =>
      plural(count, {
        one: 'One request waits that does not ring for you.',
        other: '# requests wait that do not ring for you.',
      }),
    preview: 'You can read along; the visitor sees you when you accept.',
  },

  chats: {
    mine: 'My chats',
    ended: 'Ended',
    unread: (count: number) => plural(count, { one: '# unread message', other: '# unread messages' }),
    unreadHeading: 'New replies',
    you: 'You',
    draft: 'Draft:',
    none: 'No chats yet',
    noneText: 'A request that you accept appears here.',
    choose: 'Choose a chat',
    chooseText: 'What you open from the list is shown here.',
    loading: 'Loading',
    open: 'Open chats',
  },

  conversation: {
    log: 'Messages',
    message: 'Message',
    placeholder: (visitor: string) => `Write to ${visitor}`,
    send: 'Send',
    back: 'Back to the list',
    more: 'More',
    openWindow: 'Open in a new window',
    end: 'End chat',
    endQuestion: (visitor: string) => `End the chat? ${visitor} cannot write in it any more.`,
    keep: 'Keep it open',
    ending: 'Ending the chat…',
    leave: 'Leave',
    leaveQuestion: (visitor: string, othersStay: boolean) =>
      othersStay
        ? `Leave the chat? Your colleagues stay with ${visitor}.`
        : `Leave the chat? ${visitor} waits again until somebody takes it.`,
    leaving: 'Leaving the chat…',
    youLeft: 'You left the chat',
    left: (agent: string) => `${agent} left the chat`,
    reopened: (visitor: string) => `${visitor} wrote again, so the chat goes on`,
    note: 'Closing note',
    noteHint: 'Closing note, for your team only',
    addNote: 'Add a closing note',
    changeNote: 'Change the note',
    saveNote: 'Save the note',
    savingNote: 'Saving the note…',
    endsSoon: (time: string) => `Nobody has written for a while. The chat ends at ${time} unless somebody does.`,
    endedQuiet: 'The chat ended because nobody wrote any more',
    otherWay: { 'leave-message': 'to leave a message', callback: 'to be called back' } satisfies Record<
      Fallback,
      string
    >,
    fallback: (ways: readonly string[]) => `The visitor was offered ${either.format(ways)}`,
    callback: (phone: string) => `The visitor asked to be called at ${phone}`,
    leftMessage: (email: string, text: string) => `The visitor left a message, to be answered at ${email}: ${text}`,
    mailed: (text: string) => `Answered by e-mail: ${text}`,
    earlier: 'Show earlier messages',
    newMessages: 'New messages',
    typing: (names: string) => `${names} is typing…`,
    today: 'Today',
    yesterday: 'Yesterday',
    requested: (visitor: string) => `${visitor} asked for a chat`,
    requestedAbout: (visitor: string, subject: string) => `${visitor} asked for a chat about: ${subject}`,
    youAccepted: 'You accepted the chat',
    accepted: (agent: string) => `${agent} took this chat`,
    youEnded: 'You ended the chat',
    endedBy: (name: string) => `${name} ended the chat`,
    ended: 'The chat has ended',
    outcome: {
      completed: 'Completed',
      abandoned: 'The visitor left before anybody answered',
      missed: 'Nobody answered in time',
      callback: 'The visitor asked to be called back',
    } satisfies Record<Outcome, string>,
    phase: { waiting: 'Waiting', active: 'Active', ended: 'Ended' },
    takenBy: (agent: string) => `${agent} has this chat.`,
    state: {
      sending: 'Sending',
      sent: 'Sent',
      delivered: 'Delivered',
      read: 'Read',
      'not-sent': 'Not sent',
    } satisfies Record<MessageState, string>,
    notSentYet: 'The server cannot be reached just now. It is tried again by itself.',
    retry: 'Try again',
    discard: 'Discard',
    tooLong: (over: number) => plural(over, { one: 'One character too long', other: '# characters too long' }),
    linkOpens: 'opens in a new tab',
  },

  notices: {
    taken: (agent: string, visitor: string) => `${agent} was first: ${visitor} is being helped.`,
    refused: (visitor: string, reason: string) => `${visitor}: ${reason}`,
    notSent: (visitor: string, reason: string) => `Not sent to ${visitor}: ${reason}`,
    dismiss: 'Got it',
    show: 'Show the message',
  },

  accounts: {
    heading: 'Servers',
    intro: 'Sign in to each Deskbell server whose visitors you answer.',
    none: 'No server yet',
    noneText: 'Sign in to the Deskbell server of your site, and its visitors ring here.',
    add: 'Add a server',
    addAnother: 'Add another server',
    list: 'Your servers',
    server: 'Server address',
    serverHint: 'Such as chat.example.org',
    username: 'Username',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    signInAgain: 'Sign in again',
    signOut: 'Sign out',
    remove: 'Remove',
    removeQuestion: (account: string) =>
      `Remove ${account} from this browser? Its chats stay on the server; drafts and unsent messages here are deleted.`,
    cancel: 'Cancel',
    signedIn: (name: string, host: string) => `Signed in to ${host} as ${name}.`,
    missingServer: 'Write the address of your Deskbell server, such as chat.example.org.',
    badServer: 'This is no web address. Write it like chat.example.org or https://chat.example.org.',
    missingUsername: 'Write your username.',
    missingPassword: 'Write your password.',
    plainHttp:
      'Over http:// anybody on the way can read your password and the chats. Use https:// unless you trust this network.',
    state: {
      online: 'Online',
      connecting: 'Connecting',
      offline: 'Offline',
      'signed-out': 'Signed out',
    } satisfies Record<AccountState, string>,
    stateOf: (account: string, state: string) => `${account}: ${state}`,
    connecting: 'Connecting…',
    connectingTo: (host: string) => `Connecting to ${host}…`,
    offline: (host: string) => `Offline: ${host} cannot be reached. What you write is kept and sent when it is back.`,
    signedOut: (host: string) => `You are signed out of ${host}, so it cannot ring.`,
  },

  followUps: {
    heading: { abandoned: 'Abandoned', callbacks: 'Callbacks' } satisfies Record<FollowUpList, string>,
    none: { abandoned: 'Nobody was missed', callbacks: 'Nobody waits to be called' } satisfies Record<
      FollowUpList,
      string
    >,
    noneText: {
      abandoned:
        'Visitors whom nobody answered, and messages that they left, stay here until somebody is done with them.',
      callbacks: 'Visitors who asked to be called stay here until somebody has called them.',
    } satisfies Record<FollowUpList, string>,
    phone: 'Call',
    preferredTimes: 'Best at',
    note: 'About',
    email: 'E-mail',
    message: 'Message',
    answered: 'answered',
    answer: 'Answer by e-mail',
    answerTo: (email: string) => `Answer to ${email}`,
    send: 'Send the answer',
    sending: 'Sending…',
    sent: 'Your answer is on its way by e-mail.',
    group: 'Group:',
    done: 'Done',
    marking: 'Taking it off the list…',
  },

  status: {
    menu: (state: string) => `My status: ${state}`,
    builtIn: { online: 'Online', away: 'Away', busy: 'Busy', offline: 'Offline' },
    dots: {
      green: 'Active',
      yellow: 'Away',
      pink: 'Not in the chat',
      red: 'Unavailable',
      black: 'Signed out',
    } satisfies Record<Dot, string>,
    idle: (status: string) => `${status}, but nobody is at the computer`,
    takesChats: 'takes chats',
    takesNone: 'takes no chats',
  },

  settings: {
    title: 'Deskbell options',
    open: 'Options',
    sound: 'Sound',
    volume: 'Volume of the bell',
    silent: 'Silent: the bell does not sound.',
    writing: 'Writing',
    enterSends: 'Enter sends the message',
    enterSendsOn: 'Shift+Enter breaks the line.',
    enterSendsOff: 'Enter breaks the line; Shift+Enter sends.',
  },

  surfaces: {
    popup: 'Deskbell',
    openPanel: 'Open side panel',
    window: 'Deskbell chats',
    failed: 'The extension did not answer. Close this and open it again; nothing is lost.',
  },
}

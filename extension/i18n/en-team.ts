import { plural } from './plural.ts'

/** The English words about colleagues, and chats with them (A14). */
export const team = {
  heading: 'Team',
  loading: 'Looking who is there',
  none: 'Nobody else is in this team',
  noneText: 'An administrator adds agents in the options.',
  mark: 'Colleague',
  find: 'Find in the team',
  noMatch: 'Nobody like that is in the team',
  noMatchText: 'Look for another name or group.',
  idle: (status: string) => `${status}, but idle`,
  chats: (count: number) => plural(count, { one: 'In 1 chat', other: 'In # chats' }),
  ask: (colleague: string) => `Write to ${colleague}`,
  open: (colleague: string) => `Open your chat with ${colleague}`,
  firstMessage: (colleague: string) => `First message to ${colleague}`,
  start: 'Start chat',
  waitsUntilBack: (colleague: string) => `It rings as soon as ${colleague} takes chats again.`,

  asksYou: (colleague: string) => `${colleague} asks you`,
  preview: 'Your colleague sees that you are there when you accept.',
  ringsLater: 'It rings when you take chats again.',
  waitsFor: (colleague: string) => `Waiting for ${colleague} to accept`,
  withdraw: 'Take back',
  withdrawQuestion: (colleague: string) => `Take it back? ${colleague} is not asked any more.`,
  youAsked: (colleague: string) => `You asked ${colleague} for a chat`,
  asked: (colleague: string) => `${colleague} asked you for a chat`,
  youDeclined: 'You declined',
  declined: (colleague: string) => `${colleague} declined`,
  youWithdrew: 'You took it back',
  withdrew: (colleague: string) => `${colleague} took it back`,
  participants: 'Who is in this chat',
}

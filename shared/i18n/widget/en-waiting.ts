import type { Text } from './en.ts'

/** Texts of waiting, of other ways than waiting, and of how a chat ends: fetched once a chat has begun. */
export const enWaiting = {
  place: 'You are number {count} in line.',
  waitShort: 'It should take less than a minute.',
  waitMinutes: { one: 'It should take about one minute.', other: 'It should take about {count} minutes.' },
  waitLong: 'It may take more than an hour.',
  closed: 'We are closed just now.',
  closedUntil: 'We are closed just now. We open again: {name}.',
  agentLeft: '{name} has left the chat.',
  nobodyFree: 'Nobody is free just now. You can go on waiting, or choose another way below.',
  endsAt: 'This chat ends at {name} unless somebody writes.',
  endedInactive: 'This conversation has ended because nobody wrote for a while.',
  calledBack: 'We will call you back on {name}.',
  messageLeft: 'Your message is with us. The answer goes to {name}.',
  answeredByMail: '{name} has answered by e-mail.',
  callMeBack: 'Call me back',
  callHint: 'Leave your number, and somebody calls you as soon as they can. The chat ends with that.',
  phone: 'Your phone number',
  phoneMissing: 'Please write your phone number.',
  phoneWrong: 'This is no phone number that can be called. Check it, and begin with + and the country’s number.',
  about: 'What is it about? (optional)',
  times: 'When may we call? (optional)',
  leaveMessage: 'Leave a message',
  leaveHint: 'The answer comes by e-mail. The chat ends with that.',
  email: 'Your e-mail address',
  emailWrong: 'Please write a whole e-mail address, such as name@example.com.',
  messageMissing: 'Please write a message.',
  backToChat: 'Back to the chat',
  endChat: 'End chat',
  endSure: 'End this chat?',
  keepChat: 'Keep chatting',
  beingSent: 'It is being sent, and kept until it has arrived.',
} as const satisfies Record<string, Text>

export type WaitingTextKey = keyof typeof enWaiting

export type Text = string | { readonly other: string; readonly [category: string]: string }

/** Every text of the visitor's widget. The other dictionaries have the same keys, or do not compile. */
export const en = {
  contactUs: 'Contact us',
  chat: 'Chat',
  title: 'Chat with us',
  welcome: 'Hello. How can we help?',
  welcomeHint: 'Write to us. The answer comes right here, also when you move on to another page.',
  yourName: 'Your name',
  message: 'Message',
  messagePlaceholder: 'Write a message…',
  startChat: 'Start chat',
  send: 'Send',
  close: 'Close',
  emoji: 'Emoji',
  nameMissing: 'Please write your name, so that we know how to address you.',
  tooLong: { one: 'One character too many.', other: '{count} characters too many.' },
  waiting: 'We are getting someone for you…',
  waitingHint: 'You can go on writing, or close this window: it opens again when we answer.',
  joined: '{name} has joined the chat.',
  typing: '{name} is typing…',
  you: 'You',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: 'Not sent: try again',
  discard: 'Discard',
  offline: 'You are offline. What you write is kept and sent when the connection is back.',
  unreachable: 'We cannot be reached just now. What you write is kept and sent when the connection is back.',
  ended: 'This conversation has ended.',
  endedBy: '{name} has ended this conversation.',
  newConversation: 'New conversation',
  newMessages: { one: '1 new message', other: '{count} new messages' },
  today: 'Today',
  yesterday: 'Yesterday',
  conversations: 'Your conversations',
  yourData: 'Your data',
} as const satisfies Record<string, Text>

export type WidgetTextKey = keyof typeof en
export type WidgetDictionary = {
  readonly [key in WidgetTextKey]: (typeof en)[key] extends string ? string : Exclude<Text, string>
}

import type { ChannelTexts } from '#shared/i18n/channels.ts'
import type { Channel } from '#shared/widget-config/channel.ts'

const plain = {
  chat: 'Live chat',
  callback: 'Call me back',
  email: 'Email',
  phone: 'Phone',
  sms: 'Text message',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  messenger: 'Messenger',
  viber: 'Viber',
  instagram: 'Instagram',
  line: 'LINE',
  discord: 'Discord',
  link: '',
} as const

/** What a channel is called before the words of the visitor's language are there: as its owner does, else in English. */
export const plainName = ({ type, label }: Channel): string => label?.trim() || plain[type]

/** What a channel is called: as its owner does, else in the list's language. Brands keep their names in every language. */
export const nameOf = ({ type, label }: Channel, texts: ChannelTexts): string =>
  label?.trim() || { ...plain, ...texts }[type]

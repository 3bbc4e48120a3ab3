import type { ChannelTexts } from '#shared/i18n/channels.ts'
import type { Channel } from '#shared/widget-config/channel.ts'

/** What a channel is called: as the owner does, else in the list's language. Brands keep their names in every language. */
export const nameOf = ({ type, label }: Channel, texts: ChannelTexts): string =>
  label || { ...texts, ...brands, link: '' }[type]

const brands = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  messenger: 'Messenger',
  viber: 'Viber',
  instagram: 'Instagram',
  line: 'LINE',
  discord: 'Discord',
} as const

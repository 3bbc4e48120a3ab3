import type { ChannelHours } from './channel-hours.ts'

/** One way to reach the owner (W1, W3). */
export interface Channel {
  readonly type: ChannelType
  /** E-mail address, phone number, handle or invitation, or a whole address that begins with https:. */
  readonly to?: string
  /** What the visitor's message begins with, where the scheme has a place for it. */
  readonly text?: string
  /** The owner's own name for it; a link has no other. */
  readonly label?: string
  /** SVG path data in a box of 24×24, filled: needs nothing in the page's policy. */
  readonly icon?: string
  /** It is offered within these alone. */
  readonly hours?: ChannelHours
}

/** What comes before whom to reach, and before the text. Loaders carry this to every page, so it is as short as can be. */
const schemes = {
  chat: [],
  callback: [],
  email: ['mailto:', '?body='],
  phone: ['tel:'],
  // iOS and Android both find the text behind this.
  sms: ['sms:', '?&body='],
  whatsapp: ['wa.me/', '?text='],
  telegram: ['t.me/', '?text='],
  messenger: ['m.me/', '?text='],
  viber: ['viber://chat?number=%2B', '&draft='],
  instagram: ['ig.me/m/'],
  line: ['line.me/R/ti/p/'],
  discord: ['discord.gg/'],
  link: [],
} as const satisfies Record<string, readonly [start?: string, query?: string]>

export type ChannelType = keyof typeof schemes

/** In the order in which owners are offered them. */
export const channelTypes = /* @__PURE__ */ Object.keys(schemes) as readonly ChannelType[]

/**
 * Where a channel leads, by the vendor's public scheme; empty for what opens in the page itself. Nothing where it is no
 * channel: of no known type, with nobody to reach, or with an address that could run code. Throws URIError for broken text.
 * @param channel as the page gave it, of any shape
 */
export function linkTo({ type, to = '', text = '', label = '' }: Channel): string | undefined {
  if (!Object.hasOwn(schemes, type) || [to, text, label].some((word) => typeof word !== 'string')) return
  const [start, query] = schemes[type] as readonly [start?: string, query?: string]
  if (type === 'link') return label && safe.test(to) ? to : undefined
  if (!start) return ''
  if (/^https:/.test(to)) return to
  const whom = whomOf(type, to)
  if (whom)
    return start.replace(/^[a-z.]+\//, 'https://$&') + whom + (query && text && query + encodeURIComponent(text))
}

/** What a link of the owner's own may begin with; above all not `javascript:` and `data:`. */
const safe = /^(https?|mailto|tel|sms|viber|whatsapp|tg|line|discord|fb-messenger|instagram):./i

function whomOf(type: ChannelType, to: string) {
  if (type === 'email') return /.@./.test(to) && encodeURIComponent(to).replace('%40', '@')
  if (type === 'phone' || type === 'sms') return to.replace(/[^+\d]/g, '')
  if (type === 'whatsapp' || type === 'viber') return to.replace(/\D/g, '')
  return encodeURIComponent(type === 'line' ? to : to.replace(/^@/, ''))
}

import type { ChannelHours } from './channel-hours.ts'

/** In the order in which owners are offered them. */
export const channelTypes = [
  'chat',
  'callback',
  'email',
  'phone',
  'sms',
  'whatsapp',
  'telegram',
  'messenger',
  'viber',
  'instagram',
  'line',
  'discord',
  'link',
] as const
export type ChannelType = (typeof channelTypes)[number]

/** One way to reach the owner (W1, W3). */
export interface Channel {
  readonly type: ChannelType
  /** E-mail address, phone number, handle or invitation, or a whole address of the vendor's that begins with https:. */
  readonly to?: string
  /** What the visitor's message begins with, where the scheme has a place for it. */
  readonly text?: string
  /** What an e-mail is about, in one line. */
  readonly subject?: string
  /** The owner's own name for it; a link has no other. */
  readonly label?: string
  /** SVG path data in a box of 24×24, filled: needs nothing in the page's policy. */
  readonly icon?: string
  /** It is offered within these alone. */
  readonly hours?: ChannelHours
}

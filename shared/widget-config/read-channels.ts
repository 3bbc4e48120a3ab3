import { type Channel, channelTypes } from './channel.ts'
import { isWithin } from './channel-hours.ts'
import { linkTo } from './link-to.ts'

/** Read by what lists them alone: most widgets have the chat and no more. */
export interface ChannelsConfig {
  /** The ways to reach the owner, in their order; one opens at once, several open a list (W1). */
  readonly channels: readonly Channel[]
}

/** In UTF-16 units. A text that is longer makes addresses that servers refuse. */
const longest = { to: 2_000, text: 2_000, subject: 200, label: 200, icon: 20_000 } as const
const most = 20

/**
 * An owner's channels, from whatever their page gave. What cannot be used is left out and told in a sentence; where nothing is
 * left, there is the chat. Never throws.
 */
export function readChannels(given: unknown = [{ type: 'chat' }]): { channels: Channel[]; problems: string[] } {
  const problems: string[] = []
  const channels: Channel[] = []
  if (!Array.isArray(given)) problems.push('channels must be a list of {"type", "to"}')
  else
    for (const [place, value] of given.entries()) {
      const channel = Object(value)
      const problem = channels.length < most ? problemOf(channel) : `is one more than ${most}`
      if (problem) problems.push(`channels[${place}] ${problem}`)
      else channels.push(withPath(channel, place, problems))
    }
  return { channels: channels.length > 0 ? channels : [{ type: 'chat' }], problems }
}

function problemOf(channel: Channel): string | undefined {
  const { type, label, hours } = channel
  if (!channelTypes.includes(type)) return `must have a type: ${channelTypes.join('|')}`
  for (const [key, length] of Object.entries(longest)) {
    const value: unknown = channel[key as keyof typeof longest]
    if (value === undefined) continue
    if (typeof value !== 'string' || value.length > length || !value.isWellFormed())
      return `must have a text of at most ${length} characters for ${key}`
  }
  if (type === 'link' && !label?.trim()) return 'is a link, which needs a label'
  if (linkTo(channel) === undefined)
    return type === 'link'
      ? 'is a link, which must begin with https:, mailto:, tel: or the like'
      : `leads nowhere: what ${type} needs in "to" is missing or wrong`
  return hours == null || areHours(hours)
    ? undefined
    : 'has hours that are not {"zone": "Europe/Berlin", "open": ["Mon 09:00-17:00"]}'
}

function areHours(hours: NonNullable<Channel['hours']>) {
  try {
    isWithin(hours, new Date())
    return true
  } catch {
    return false
  }
}

/** Without an icon of its own that is none; it is drawn as every other one of its type. */
function withPath(channel: Channel, place: number, problems: string[]): Channel {
  const { icon, ...rest } = channel
  if (!icon || /^m[-\w\s,.+]+$/i.test(icon)) return channel
  problems.push(`channels[${place}] has an icon that is no SVG path data`)
  return rest
}

import { type Channel, linkTo } from './channel.ts'
import { isWithin } from './channel-hours.ts'
import { choose } from './choose.ts'

/** What the button needs, before anything else of ours is in the page. */
export interface ButtonConfig {
  /** The accent, `#rrggbb`. What stands on it or is written in it is corrected for contrast. */
  readonly color: string
  readonly side: 'right' | 'left'
  readonly theme: 'system' | 'light' | 'dark'
  readonly shape: 'circle' | 'square' | 'pill'
  /** What the panel does on a phone: take the whole screen, or leave the page's top to be seen. */
  readonly phone: 'full' | 'compact'
  /** SVG path data for the button, in a box of 24×24, filled; empty: ours. */
  readonly icon: string
  /** Distance from the side and from the bottom, px, 0 to 400. */
  readonly offset: readonly [x: number, y: number]
  /** The ways to reach the owner, in their order; one opens at once, several open a list (W1). */
  readonly channels: readonly Channel[]
}

/** Loaders carry this to every page, so it is as short as can be. */
const choices = {
  color: '#1f5eff|#[0-9a-fA-F]{6}',
  side: 'right|left',
  theme: 'system|light|dark',
  shape: 'circle|square|pill',
  phone: 'full|compact',
  icon: '|[mM][-\\w\\s,.+]+',
} as const satisfies Record<Exclude<keyof ButtonConfig, 'offset' | 'channels'>, string>

/** The button's settings alone. What is wrong falls back to its default and is told in `problems`. Never throws. */
export function readButton(values: object, problems: string[]): ButtonConfig {
  const given = values as Partial<Record<keyof ButtonConfig, unknown>>
  const config = choose(choices, values, problems)
  return {
    ...config,
    offset: readOffset(given.offset, problems),
    channels: readChannels(given.channels, problems),
  } as unknown as ButtonConfig
}

function readOffset(given: unknown = [20, 20], problems: string[]) {
  if (Array.isArray(given) && /^\d+,\d+$/.test(`${given}`) && given.every((px) => px === +px && px <= 400)) return given
  problems.push('offset must be [x, y], 0 to 400')
  return [20, 20]
}

function readChannels(given: unknown = [{ type: 'chat' }], problems: string[]) {
  const channels = (Array.isArray(given) ? given : []).filter((channel, index) => {
    try {
      if (channel.hours) isWithin(channel.hours, new Date())
      if (linkTo(channel) !== undefined) return true
    } catch {
      // Of no shape to read.
    }
    problems.push(`channel ${index + 1} cannot be used`)
    return false
  })
  if (channels.length) return channels
  return [{ type: 'chat' }]
}

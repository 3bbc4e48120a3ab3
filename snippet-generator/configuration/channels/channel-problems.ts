import type { Channel } from '#shared/widget-config/channel.ts'
import { linkTo } from '#shared/widget-config/link-to.ts'
import { readChannels } from '#shared/widget-config/read-channels.ts'
import { LONGEST_TEXT } from '../../bounds.ts'
import { iconProblem } from '../look/icon-problem.ts'
import { channelKinds } from './channel-kinds.ts'

/** What keeps a channel out of the snippet, in a sentence for each of its parts; nothing where it is complete. */
export interface ChannelProblems {
  readonly to?: string
  readonly label?: string
  readonly icon?: string
}

export function channelProblems({ type, to = '', label = '', icon = '' }: Channel): ChannelProblems {
  const wrongPlace =
    to.length > LONGEST_TEXT ? TOO_LONG : (channelKinds[type].where?.problem(to) ?? linkProblem(type, to))
  const wrongIcon = iconProblem(icon)
  return {
    ...(wrongPlace && { to: wrongPlace }),
    ...(type === 'link' && label.trim() === '' && { label: 'A link of your own needs a name.' }),
    ...(wrongIcon && { icon: wrongIcon }),
  }
}

const TOO_LONG = `This has more than ${LONGEST_TEXT} characters.`

/** What the widget itself makes no link of, though it looks right. */
const linkProblem = (type: Channel['type'], to: string) =>
  linkTo({ type, to }) === undefined
    ? 'This leads nowhere: look whether it is written as the vendor writes it.'
    : undefined

export const isWholeChannel = (channel: Channel): boolean =>
  Object.keys(channelProblems(channel)).length === 0 && readChannels([channel]).problems.length === 0

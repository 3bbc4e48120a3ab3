import { type Channel, type ChannelType, channelTypes } from '#shared/widget-config/channel.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { MOST_CHANNELS } from '../../bounds.ts'
import { AddButtons } from '../../list/AddButtons.tsx'
import { SortedList } from '../../list/SortedList.tsx'
import { ChannelCard } from './ChannelCard.tsx'
import { channelKinds } from './channel-kinds.ts'

type ChannelsOf = FrameConfig['channels']

/** W1, W3: the ways in which visitors can reach the owner. */
export function Channels({ channels, onChange }: { channels: ChannelsOf; onChange: (channels: ChannelsOf) => void }) {
  const offered = channelTypes
    .filter((type) => !(isOurs(type) && channels.some((channel) => channel.type === type)))
    .map((kind) => ({ kind, name: channelKinds[kind].name }))
  return (
    <>
      <SortedList
        label="Channels"
        items={channels}
        nameOf={nameOf}
        onChange={onChange}
        content={(channel, replace) => <ChannelCard channel={channel} onChange={replace} />}
      />
      <p class="hint">{inWords(channels)}</p>
      {channels.length < MOST_CHANNELS && (
        <AddButtons label="Add a channel" kinds={offered} onAdd={(type) => onChange([...channels, { type }])} />
      )}
    </>
  )
}

const nameOf = ({ type, label }: Channel) => label?.trim() || channelKinds[type].name

/** What this server does itself, of which one is enough. */
const isOurs = (type: ChannelType) => type === 'chat' || type === 'callback'

function inWords(channels: ChannelsOf): string {
  const [only, ...others] = channels
  if (!only) return 'Without a channel the button opens Live chat.'
  if (others.length === 0) return `The button opens ${nameOf(only)} at once.`
  return `The button opens a list of these ${channels.length}, in this order. Links work even while this server is down.`
}

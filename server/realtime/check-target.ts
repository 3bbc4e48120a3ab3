import { channelNameRule, isChannelName } from './engine/channel-name.ts'
import { defaultLimits } from './engine/limits.ts'
import { RealtimeRefusal } from './realtime-refusal.ts'

/** Refuses channel and event names that an engine would refuse, the same with every driver. */
export function checkTarget(channels: readonly string[], event: string): void {
  const { channelNameLength, eventNameLength } = defaultLimits
  if (event === '' || event.length > eventNameLength || /^pusher(_internal)?:/.test(event)) {
    throw new RealtimeRefusal('invalid', 'An event name has 1 to 200 characters and does not begin with pusher:.')
  }
  if (!channels.every((name) => isChannelName(name, channelNameLength))) {
    throw new RealtimeRefusal('invalid', channelNameRule)
  }
}

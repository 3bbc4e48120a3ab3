import { Channel } from './channel.ts'
import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import type { Member } from './members.ts'
import * as frame from './server-frame.ts'

/** Puts a connection on a channel; the others learn of a user's first socket only. */
export function join(state: EngineState, connection: Connection, name: string, member: Member | undefined): Channel {
  const existing = state.channels.get(name)
  const channel = existing ?? new Channel(name)
  if (!existing) {
    state.channels.set(name, channel)
    state.report({ name: 'channel_occupied', channel: name })
  }
  channel.subscribers.add(connection)
  connection.joined.set(name, member)
  if (member && channel.members?.add(member)) {
    channel.send(frame.memberAdded(name, member), connection.id)
    state.report({ name: 'member_added', channel: name, user_id: member.userId })
  }
  return channel
}

/** Takes a connection off a channel; the others learn of a user's last socket only. An empty channel is forgotten. */
export function leave(state: EngineState, connection: Connection, name: string): void {
  const channel = state.channels.get(name)
  if (!channel || !connection.joined.has(name)) return
  const member = connection.joined.get(name)
  connection.joined.delete(name)
  channel.subscribers.delete(connection)
  if (member && channel.members?.remove(member)) {
    channel.send(frame.memberRemoved(name, member))
    state.report({ name: 'member_removed', channel: name, user_id: member.userId })
  }
  if (channel.subscribers.size === 0) {
    state.channels.delete(name)
    state.report({ name: 'channel_vacated', channel: name })
  }
}

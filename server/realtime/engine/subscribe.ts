import { channelNameRule, isCache, isChannelName, isPresence, isPrivate, userOfChannel } from './channel-name.ts'
import { parseJson, type Subscribe } from './client-frame.ts'
import type { Connection } from './connection.ts'
import type { EngineState } from './engine-state.ts'
import type { Member } from './members.ts'
import { join } from './membership.ts'
import { readMember } from './read-member.ts'
import * as frame from './server-frame.ts'
import { sameText, signChannel } from './signature.ts'

/** `pusher:subscribe`: answers with subscription_succeeded, or with subscription_error and the reason. */
export function subscribe(state: EngineState, connection: Connection, request: Subscribe): void {
  const { channel } = request
  const userId = userOfChannel(channel)
  if (userId !== undefined) {
    subscribeToUser(state, connection, channel, userId)
  } else if (connection.joined.has(channel)) {
    connection.send(frame.subscriptionSucceeded(channel, state.channels.get(channel)?.members))
  } else {
    decide(state, connection, request)
  }
}

function decide(state: EngineState, connection: Connection, request: Subscribe): void {
  const { channel } = request
  const decision = check(state, connection, request)
  if ('refusal' in decision) refuse(state, connection, channel, decision)
  else if (state.authorizeSubscription) {
    void askThenAdmit(state, state.authorizeSubscription, connection, channel, decision.member)
  } else {
    admit(state, connection, channel, decision.member)
  }
}

interface Refusal {
  readonly refusal: string
  readonly type: frame.SubscriptionErrorType
  readonly status: number
}

type Decision = Refusal | { readonly member: Member | undefined }

function check(state: EngineState, connection: Connection, request: Subscribe): Decision {
  const { channel, auth, channelData } = request
  const { app, limits } = state
  if (!isChannelName(channel, limits.channelNameLength)) {
    return invalid(channelNameRule)
  }
  if (connection.joined.size + connection.joining.size >= limits.channelsPerConnection) {
    return tooMuch(`A connection may hold ${limits.channelsPerConnection} subscriptions.`)
  }
  if (!isPrivate(channel)) return { member: undefined }
  if (connection.barred.has(channel)) return ended
  if (!sameText(signChannel(app, connection.id, channel, channelData).auth, auth)) {
    return unauthorized('The signature of this subscription is missing or wrong.')
  }
  const member = readMember(channelData === undefined ? undefined : parseJson(channelData), connection.user)
  // On a private channel it is a note of whose subscription this is, and nobody is told.
  if (!isPresence(channel)) return { member: member && { userId: member.userId, userInfo: undefined } }
  if (!member) return unauthorized('A presence subscription needs channel_data with a user_id, or a signed-in user.')
  if (Buffer.byteLength(JSON.stringify(member.userInfo) ?? '') > limits.memberBytes) {
    return tooMuch(`user_info may have ${limits.memberBytes} bytes.`)
  }
  const members = state.channels.get(channel)?.members
  if (members && !members.has(member.userId) && members.count >= limits.presenceMembers) {
    return tooMuch(`This channel is full: ${limits.presenceMembers} members.`)
  }
  return { member }
}

async function askThenAdmit(
  state: EngineState,
  authorize: NonNullable<EngineState['authorizeSubscription']>,
  connection: Connection,
  channel: string,
  member: Member | undefined,
): Promise<void> {
  connection.joining.set(channel, member)
  const userId = member ? String(member.userId) : connection.user?.id
  const granted = await Promise.resolve()
    .then(() => authorize({ socketId: connection.id, channel, userId }))
    .catch(() => false)
  // Unsubscribed, put off, disconnected, or answered by an earlier request meanwhile.
  if (!connection.joining.delete(channel) || !connection.isOpen) return
  if (!granted) refuse(state, connection, channel, unauthorized('You may not subscribe to this channel.'))
  else admit(state, connection, channel, member)
}

function admit(state: EngineState, connection: Connection, name: string, member: Member | undefined): void {
  const channel = join(state, connection, name, member)
  connection.send(frame.subscriptionSucceeded(name, channel.members))
  if (!isCache(name)) return
  const last = state.cache.last(name)
  connection.send(last ?? frame.cacheMiss(name))
  if (last === undefined) state.report({ name: 'cache_miss', channel: name })
}

/** `pusher-js` subscribes to its own user's channel after a sign-in; events reach it through the user, not through it. */
function subscribeToUser(state: EngineState, connection: Connection, channel: string, userId: string): void {
  if (connection.user?.id === userId) connection.send(frame.subscriptionSucceeded(channel, undefined))
  else refuse(state, connection, channel, unauthorized('This channel belongs to another user.'))
}

function refuse(state: EngineState, connection: Connection, channel: string, refusal: Refusal): void {
  state.counters.subscriptionsRefused++
  connection.send(frame.subscriptionError(channel, refusal.type, refusal.refusal, refusal.status))
}

const ended: Refusal = { refusal: 'Your permission for this channel has ended.', type: 'AuthError', status: 403 }

function unauthorized(refusal: string): Refusal {
  return { refusal, type: 'AuthError', status: 401 }
}

function invalid(refusal: string): Refusal {
  return { refusal, type: 'InvalidChannel', status: 400 }
}

function tooMuch(refusal: string): Refusal {
  return { refusal, type: 'LimitReached', status: 413 }
}

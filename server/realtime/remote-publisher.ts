import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Pusher from 'pusher'
import * as v from 'valibot'
import { checkTarget } from './check-target.ts'
import { defaultLimits } from './engine/limits.ts'
import { signChannel, signUser } from './engine/signature.ts'
import { eventData } from './event-data.ts'
import type { Publisher } from './publisher.ts'
import { readRemoteAnswer } from './read-remote-answer.ts'
import { readWebhook } from './read-webhook.ts'
import type { RealtimeTarget } from './realtime-url.ts'

const channelsShape = v.object({ channels: v.record(v.string(), v.unknown()) })
const usersShape = v.object({ users: v.array(v.object({ id: v.union([v.string(), v.number()]) })) })

/** Publishes through an engine elsewhere, with the official library. `timeout` in milliseconds per request. */
export function remotePublisher(target: RealtimeTarget, timeout = 5_000): Publisher {
  const agent = target.tls ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const { appId, key, secret, host, tls } = target
  const pusher = new Pusher({ appId, key, secret, host, port: String(target.port), useTLS: tls, timeout, agent })

  return {
    publish: async (channels, event, data, exceptSocketId) => {
      checkTarget(channels, event)
      const text = eventData(data)
      const params = exceptSocketId === undefined ? {} : { socket_id: exceptSocketId }
      const groups = inGroups(channels, defaultLimits.channelsPerTrigger)
      await Promise.all(groups.map((group) => readRemoteAnswer(() => pusher.trigger(group, event, text, params))))
    },
    sendToUser: async (userId, event, data) => {
      checkTarget([], event)
      const text = eventData(data)
      await readRemoteAnswer(() => pusher.sendToUser(userId, event, text))
    },
    authorizeChannel: (socketId, channel, member) =>
      signChannel(target, socketId, channel, member && JSON.stringify(member)),
    authenticateUser: (socketId, user) => signUser(target, socketId, JSON.stringify(user)),
    terminateUser: async (userId) => {
      await readRemoteAnswer(() => pusher.terminateUserConnections(userId))
    },
    endSubscriptions: async (_channel, userIds) => {
      for (const userId of userIds) await readRemoteAnswer(() => pusher.terminateUserConnections(userId))
    },
    channels: async (prefix) => {
      const params = { filter_by_prefix: prefix }
      const answer = await readRemoteAnswer(() => pusher.get({ path: '/channels', params }))
      const read = v.safeParse(channelsShape, answer)
      return read.success ? Object.keys(read.output.channels) : []
    },
    members: async (channel) => {
      const answer = await readRemoteAnswer(() => pusher.get({ path: `/channels/${channel}/users` }))
      const read = v.safeParse(usersShape, answer)
      return read.success ? read.output.users.map(({ id }) => String(id)) : []
    },
    readWebhook: (headers, body) => readWebhook(target, headers, body),
    close: async () => agent.destroy(),
  }
}

function inGroups(channels: readonly string[], size: number): string[][] {
  const groups: string[][] = []
  for (let at = 0; at < channels.length; at += size) groups.push(channels.slice(at, at + size))
  return groups
}

import { checkTarget } from './check-target.ts'
import { channelOfUser } from './engine/channel-name.ts'
import type { Engine } from './engine/engine.ts'
import { signChannel, signUser } from './engine/signature.ts'
import { eventData } from './event-data.ts'
import type { Publisher } from './publisher.ts'
import { readWebhook } from './read-webhook.ts'

/** Publishes through the engine in this process. Closing it closes the engine. */
export function embeddedPublisher(engine: Engine): Publisher {
  const { app } = engine
  return {
    publish: async (channels, event, data, exceptSocketId) => {
      checkTarget(channels, event)
      engine.publish(channels, event, eventData(data), exceptSocketId)
    },
    sendToUser: async (userId, event, data) => {
      checkTarget([], event)
      engine.publish([channelOfUser(userId)], event, eventData(data))
    },
    authorizeChannel: (socketId, channel, member) => {
      // A signature is the same each time, so a socket that was put off the channel counts it only from here on.
      engine.readmit(socketId, channel)
      return signChannel(app, socketId, channel, member && JSON.stringify(member))
    },
    authenticateUser: (socketId, user) => signUser(app, socketId, JSON.stringify(user)),
    terminateUser: async (userId) => engine.terminateUser(userId),
    endSubscriptions: async (channel, userIds) => {
      engine.endSubscriptions(channel, ({ userId }) => userId !== undefined && userIds.has(userId))
    },
    channels: async (prefix) => engine.channels(prefix),
    members: async (channel) => engine.members(channel),
    readWebhook: (headers, body) => readWebhook(app, headers, body),
    close: () => engine.close(),
  }
}

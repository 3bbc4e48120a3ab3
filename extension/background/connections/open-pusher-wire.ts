import Pusher, { type Options } from 'pusher-js/worker'
import { realtimeEvents } from '#shared/contract/signals.ts'
import type { OpenWire, WireOptions } from './wire.ts'

const openWithin = 10_000
/** Chrome ends a worker after 30 s without traffic: our own pings come before that, whatever the server proposes. */
const activityTimeout = 20_000
const pongTimeout = 8_000

/**
 * A wire over the Pusher protocol. Retrying is left to the connection: pusher-js waits 15 s and more after a refused connection, and
 * asks nobody whether the session still holds.
 */
export const openPusherWire: OpenWire = (options) =>
  new Promise((resolve, reject) => {
    const pusher = new Pusher(options.realtime.key, pusherOptions(options))
    const missing = new Set(options.channels)
    let opened = false
    const timer = setTimeout(() => fail(new Error('The realtime connection took too long')), openWithin)

    /** The first failure counts; closing must not be taken for another. */
    function fail(reason: Error) {
      pusher.connection.unbind_all()
      close()
      if (opened) options.onLost()
      else reject(reason)
    }
    function close() {
      clearTimeout(timer)
      pusher.unbind_all()
      pusher.disconnect()
    }
    function subscribed(name: string) {
      missing.delete(name)
      if (missing.size) return
      clearTimeout(timer)
      opened = true
      resolve({
        close() {
          pusher.connection.unbind_all()
          close()
        },
      })
    }

    pusher.connection.bind('state_change', ({ previous, current }: { previous: string; current: string }) => {
      if (previous === 'connected' || current === 'failed' || current === 'disconnected' || current === 'unavailable')
        fail(new Error(`The realtime connection is ${current}`))
    })
    // Our own engine goes by the subscriptions. One that cannot do this says so, and the wire opens all the same.
    if (options.realtime.host) pusher.signin()
    for (const name of options.channels) {
      const channel = pusher.subscribe(name)
      channel.bind('pusher:subscription_succeeded', () => subscribed(name))
      channel.bind('pusher:subscription_error', () => fail(new Error(`The subscription to ${name} was refused`)))
      channel.bind(realtimeEvents.hint, options.onHint)
      channel.bind(realtimeEvents.signal, options.onSignal)
    }
  })

function pusherOptions({ serverUrl, realtime, authorize, authenticate }: WireOptions): Options {
  const server = new URL(serverUrl)
  const forceTLS = realtime.tls ?? server.protocol === 'https:'
  const port = realtime.port ?? Number(server.port || (forceTLS ? 443 : 80))
  return {
    cluster: '',
    wsHost: realtime.host ?? server.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS,
    // `ws` is a WebSocket with or without TLS, as forceTLS says; naming `wss` too would try TLS on a plain port.
    enabledTransports: ['ws'],
    activityTimeout,
    pongTimeout,
    channelAuthorization: {
      endpoint: '',
      transport: 'ajax',
      customHandler: ({ socketId, channelName }, answer) =>
        authorize(socketId, channelName).then(
          ({ auth, channel_data }) => answer(null, { auth, ...(channel_data && { channel_data }) }),
          (error) => answer(asError(error), null),
        ),
    },
    userAuthentication: {
      endpoint: '',
      transport: 'ajax',
      customHandler: ({ socketId }, answer) =>
        authenticate(socketId).then(
          (signed) => answer(null, signed),
          (error) => answer(asError(error), null),
        ),
    },
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)))

import PusherJs, { type Channel, type Options } from 'pusher-js'
import { onTestFinished } from 'vitest'
import { type RunningEngine, testApp } from './running-engine.ts'

export interface ClientOptions extends Partial<Options> {
  /** Who this is on presence channels. */
  readonly member?: { user_id: string; user_info?: Record<string, unknown> }
  /** Who this is for sign-in. */
  readonly user?: { id: string; [more: string]: unknown }
  /** Signs with this secret instead of the right one. */
  readonly forged?: boolean
}

/** The real pusher-js, connecting to the engine; its authorisations are signed by the real server library. */
export function openClient({ port, library }: RunningEngine, options: ClientOptions = {}): PusherJs {
  const { member, user, forged, ...more } = options
  const spoil = (auth: string) => (forged ? `${auth.slice(0, -4)}0000` : auth)
  const client = new PusherJs(testApp.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, callback) => {
        const answer = library.authorizeChannel(socketId, channelName, member)
        callback(null, { ...answer, auth: spoil(answer.auth) })
      },
    },
    userAuthentication: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId }, callback) => {
        const answer = library.authenticateUser(socketId, user ?? { id: 'nobody' })
        callback(null, { ...answer, auth: spoil(answer.auth) })
      },
    },
    ...more,
  })
  onTestFinished(() => client.disconnect())
  return client
}

/** A connected client. */
export async function connectClient(engine: RunningEngine, options: ClientOptions = {}): Promise<PusherJs> {
  const client = openClient(engine, options)
  await new Promise((resolve) => client.connection.bind('connected', resolve))
  return client
}

/** A channel that the server has granted. */
export async function subscribed(client: PusherJs, name: string): Promise<Channel> {
  const channel = client.subscribe(name)
  await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve))
  return channel
}

interface Bindable {
  bind_global(callback: (event: string, data: unknown) => void): unknown
}

/** Everything heard from here on, as [event, data], in order. */
export function record(source: Bindable): [string, unknown][] {
  const heard: [string, unknown][] = []
  source.bind_global((event, data) => heard.push([event, data]))
  return heard
}

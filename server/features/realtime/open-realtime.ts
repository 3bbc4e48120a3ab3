import type { Realtime } from '#shared/contract/api.ts'
import { embeddedPublisher } from '../../realtime/embedded-publisher.ts'
import { createEngine, type Engine } from '../../realtime/engine/engine.ts'
import type { Publisher } from '../../realtime/publisher.ts'
import type { RealtimeTarget } from '../../realtime/realtime-url.ts'
import { remotePublisher } from '../../realtime/remote-publisher.ts'
import type { Database } from '../../store/database.ts'
import { appKeysOf } from './app-keys.ts'

export interface OpenedRealtime {
  readonly publisher: Publisher
  /** The engine in this process; null when another one is named. */
  readonly engine: Engine | null
  /** What clients are told. */
  readonly client: Realtime
  /** Where their sockets go, such as wss://engine.example.com; null: to this server. */
  readonly clientOrigin: string | null
}

/**
 * The realtime engine of this server: in this process, or the one that DESKBELL_REALTIME_URL names.
 * @param goesOn whether the session that a signed subscription names still does: a signature fetched before a sign-out
 *   must not be of use after it
 * @param onVacated called when the last subscription to a channel of the engine in this process has ended
 */
export async function openRealtime(
  db: Database,
  target: RealtimeTarget | null,
  goesOn: (session: string) => Promise<boolean>,
  onVacated: (channel: string) => void = () => {},
): Promise<OpenedRealtime> {
  if (target) {
    const { key, client } = target
    const clientOrigin = `${client.tls ? 'wss' : 'ws'}://${client.host}:${client.port}`
    return { publisher: remotePublisher(target), engine: null, client: { key, ...client }, clientOrigin }
  }
  const engine = createEngine({
    app: await appKeysOf(db),
    authorizeSubscription: ({ userId }) => userId === undefined || goesOn(userId),
    onWebhook: (events) => {
      for (const event of events) if (event.name === 'channel_vacated') onVacated(event.channel)
    },
  })
  return { publisher: embeddedPublisher(engine), engine, client: { key: engine.app.key }, clientOrigin: null }
}

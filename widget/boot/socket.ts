import { backoff } from '#shared/client/backoff.ts'
import type { Realtime } from '#shared/contract/api.ts'

export interface SocketParts {
  readonly realtime: Realtime
  readonly channel: string
  /** Gives the signature for this socket's subscription; of a public channel, nothing. */
  readonly authorize: (
    socketId: string,
    channel: string,
  ) => Promise<{ auth?: string; channel_data?: string | undefined }>
  /** The signature was refused, or did not come. */
  readonly onRefused: (error: unknown) => void
  readonly onSubscribed: () => void
  readonly onEvent: (name: string, data: unknown) => void
  /** False when a connection was lost or could not be made. */
  readonly onState: (connected: boolean) => void
}

/**
 * One channel over Pusher Channels protocol 7, and back again after every loss. Gives the function that ends it.
 * @see https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol/
 */
export function openSocket({
  realtime,
  channel,
  authorize,
  onRefused,
  onSubscribed,
  onEvent,
  onState,
}: SocketParts): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  const ending = new AbortController()

  const send = (event: string, data: unknown = {}) => socket?.send(JSON.stringify({ event, data }))
  const later = (ms: number, task: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(task, ms)
  }

  function connect() {
    clearTimeout(timer)
    if (ending.signal.aborted || socket) return
    let silence = 30_000
    const mine = new WebSocket(addressOf(realtime))
    socket = mine

    const lose = () => {
      if (socket !== mine) return
      socket = undefined
      clearTimeout(timer)
      mine.close()
      onState(false)
      // Without a network the browser tells when to try again.
      if (navigator.onLine) later(backoff(++failures, Math.random()), connect)
    }
    // A silent socket may be dead: ask once, then give it up.
    const watch = () =>
      later(silence, () => {
        send('pusher:ping')
        later(10_000, lose)
      })

    const handlers: Record<string, (data: Record<string, unknown>) => void> = {
      'pusher:connection_established': async (data) => {
        silence = 1000 * Number(data.activity_timeout ?? 30)
        try {
          send('pusher:subscribe', { channel, ...(await authorize(String(data.socket_id), channel)) })
        } catch (error) {
          lose()
          onRefused(error)
        }
      },
      'pusher_internal:subscription_succeeded': () => {
        failures = 0
        onState(true)
        onSubscribed()
      },
      'pusher:ping': () => send('pusher:pong'),
      'pusher:subscription_error': lose,
    }
    mine.onmessage = ({ data: text }) => {
      if (socket !== mine) return
      watch()
      const frame = JSON.parse(text)
      const data = typeof frame.data === 'string' ? JSON.parse(frame.data) : frame.data
      const handle = handlers[frame.event]
      if (handle) handle(data)
      else onEvent(frame.event, data)
    }
    mine.onclose = lose
    later(10_000, lose)
  }

  const offline = () => {
    onState(false)
    socket?.onclose?.(new CloseEvent('close'))
  }
  const online = () => {
    failures = 0
    connect()
  }
  addEventListener('online', online, ending)
  addEventListener('offline', offline, ending)
  connect()

  return () => {
    ending.abort()
    clearTimeout(timer)
    const last = socket
    // From here on it is nobody's: its end is no loss.
    socket = undefined
    // Browsers complain on the page's console of one that is closed before it stands.
    if (last?.readyState) last.close()
    else if (last) last.onopen = () => last.close()
  }
}

function addressOf({ key, host = location.hostname, port, tls = location.protocol === 'https:' }: Realtime): string {
  const at = port ?? (host === location.hostname ? location.port : '')
  return `ws${tls ? 's' : ''}://${host}${at ? `:${at}` : ''}/app/${key}?protocol=7&client=deskbell-widget&version=1`
}

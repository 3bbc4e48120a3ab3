import { createChatFeed } from '#shared/client/chat-feed.ts'
import { realtimeEvents } from '#shared/contract/realtime-events.ts'
import type { Hint, Signal } from '#shared/contract/signals.ts'
import { visitorChannels } from '#shared/contract/visitor-channels.ts'
import { type Conversation, mark } from './conversation.ts'
import type { Keep } from './keep.ts'
import type { Session, Sessions } from './session.ts'
import { openSocket } from './socket.ts'
import type { Streams } from './streams.ts'

interface LineParts {
  readonly keep: Keep
  readonly sessions: Sessions
  readonly streams: Streams
  readonly now: () => Conversation
  readonly leads: () => boolean
  readonly changed: () => void
  /** What only the leading tab hears, the others hear from it. */
  readonly relay: (signal: Signal) => void
}

/** The way to the server: the feed always, a socket for as long as this tab leads and the visitor is somebody. */
export function createLine({ keep, sessions, streams, now, leads, changed, relay }: LineParts) {
  const { api } = sessions
  const feed = createChatFeed(streams, {
    listEvents: (stream, after) => api.listEvents({ params: { stream }, query: { after: `${after}` } }),
    sync: (logId, cursors) => api.sync({ body: { logId, streams: cursors } }),
  })
  let subscribed: string | null = null
  let hangUp = () => {}
  let connected = true
  let receipted = ''
  let hear = (_: Signal) => {}

  async function resume() {
    try {
      for (const receipt of await feed.resume()) signal({ type: 'receipt', receipt })
    } catch (error) {
      onRefusal(error)
    }
  }

  /** A session that the server no longer knows: the visitor gives their name again, what they wrote is still there. */
  function onRefusal(error: unknown) {
    if ((error as { status?: number }).status !== 401) return
    sessions.end()
    changed()
  }

  function signal(heard: unknown) {
    const it = heard as Signal
    if (it.type === 'receipt' && it.receipt.kind === 'visitor') mark(keep, 'read', it.receipt.chatId, it.receipt.read)
    hear(it)
    changed()
  }

  /** Tells the server how far this visitor is (S10). A number that did not get through goes with the next change. */
  function sendReceipt({ id, last }: Conversation) {
    if (!id || !last || !leads() || !sessions.current()) return
    const body = { delivered: last, read: mark(keep, 'read', id) }
    const next = id + body.delivered + body.read
    if (next === receipted) return
    receipted = next
    api.markReceipt({ params: { chatId: id }, body }).catch((error) => {
      if (error.mayRetry) receipted = ''
    })
  }

  return {
    signal,
    resume,
    onRefusal,
    deliver: feed.deliver,
    connected: () => connected,
    /** From now on somebody wants to know of typing and receipts: first, how far the others are. */
    onSignal(listener: (signal: Signal) => void) {
      hear = listener
      if (leads() && now().last) resume()
    },
    /** Connects, changes over or hangs up, as the conversation wants it now. */
    follow() {
      const chat = now()
      const session = sessions.current()
      const wanted = leads() && session ? channelFor(chat, session) : null
      sendReceipt(chat)
      if (wanted === subscribed) return
      subscribed = wanted
      hangUp()
      hangUp = () => {}
      connected = true
      if (!wanted || !session) return
      // Not only once the socket stands: what was missed shows a round trip or two earlier.
      resume()
      hangUp = openSocket({
        realtime: session.realtime,
        channel: wanted,
        authorize: (socket_id, channel_name) => api.authorizeChannel({ body: { socket_id, channel_name } }),
        onRefused: onRefusal,
        onState(next) {
          connected = next
          changed()
        },
        onSubscribed: resume,
        onEvent(name, data) {
          if (name === realtimeEvents.hint) feed.hint(data as Hint).catch(() => {})
          else if (name === realtimeEvents.signal) {
            signal(data)
            relay(data as Signal)
          }
        },
      })
    },
  }
}

/** That of the chat under way; else the one on which agents begin chats (W14). They begin none while one is under way. */
const channelFor = ({ id, last, underWay }: Conversation, { visitor }: Session) =>
  id && last && underWay ? visitorChannels.chat(id) : visitorChannels.visitor(visitor.id)

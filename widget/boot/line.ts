import { ApiError } from '#shared/client/api-client.ts'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import { channels } from '#shared/contract/channels.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { realtimeEvents, typingLifetime } from '#shared/contract/realtime-events.ts'
import type { Hint, Receipt, Signal } from '#shared/contract/signals.ts'
import { type Conversation, isReply, mark, storeReceipt } from './conversation.ts'
import type { Keep } from './keep.ts'
import type { Sessions } from './session.ts'
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

/** The way to the server: the feed always, a socket for as long as this tab leads and a conversation is under way. */
export function createLine({ keep, sessions, streams, now, leads, changed, relay }: LineParts) {
  const { api } = sessions
  const feed = createChatFeed(streams, {
    listEvents: (stream, after) => api.listEvents({ params: { stream }, query: { after: `${after}` } }),
    sync: (logId, cursors) => api.sync({ body: { logId, streams: cursors } }),
  })
  let subscribed: ChatId | null = null
  let hangUp = () => {}
  let connected = true
  let typist: { name: string; forget: ReturnType<typeof setTimeout> } | null = null
  let receipted = ''

  function setConnected(next: boolean) {
    if (connected === next) return
    connected = next
    changed()
  }

  async function resume() {
    try {
      for (const receipt of await feed.resume()) take(receipt)
    } catch (error) {
      onRefusal(error)
    }
  }

  /** A session that the server no longer knows: the visitor gives their name again, what they wrote is still there. */
  function onRefusal(error: unknown) {
    if (!(error instanceof ApiError) || error.status !== 401) return
    sessions.end()
    changed()
  }

  function take(receipt: Receipt) {
    if (receipt.kind === 'visitor') mark(keep, 'read', receipt.chatId, receipt.read)
    else storeReceipt(keep, receipt)
    changed()
  }

  function setTyping(name: string | null) {
    clearTimeout(typist?.forget)
    typist = name === null ? null : { name, forget: setTimeout(() => setTyping(null), typingLifetime) }
    changed()
  }

  function signal(heard: unknown) {
    const it = heard as Signal
    if (it.type === 'receipt') take(it.receipt)
    else if (it.type === 'typing' && it.actor.kind !== 'visitor') setTyping(it.typing ? it.actor.name : null)
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
    deliver: feed.deliver,
    typing: () => typist?.name ?? null,
    connected: () => connected,
    /** Connects, changes over or hangs up, as the conversation wants it now. */
    follow() {
      const chat = now()
      const session = sessions.current()
      const wanted = leads() && session && chat.underWay && chat.last > 0 ? chat.id : null
      sendReceipt(chat)
      if (wanted === subscribed) return
      subscribed = wanted
      hangUp()
      connected = true
      if (typist) setTyping(null)
      if (!wanted || !session) {
        hangUp = () => {}
        return
      }
      // Not only once the socket stands: what was missed shows a round trip or two earlier.
      resume()
      hangUp = openSocket({
        realtime: session.realtime,
        channel: channels.chat(wanted),
        authorize: (socket_id, channel_name) => api.authorizeChannel({ body: { socket_id, channel_name } }),
        onRefused: onRefusal,
        onState: setConnected,
        onSubscribed: resume,
        onEvent(name, data) {
          if (name === realtimeEvents.hint) {
            const hint = data as Hint
            if (hint.events?.some(isReply)) setTyping(null)
            feed.hint(hint).catch(() => {})
          } else if (name === realtimeEvents.signal) {
            signal(data)
            relay(data as Signal)
          }
        },
      })
    },
  }
}

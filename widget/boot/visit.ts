import type { ChatFeed } from '#shared/client/chat-feed.ts'
import type { Page } from '#shared/contract/events.ts'
import type { Receipt } from '#shared/contract/signals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Say, ToHost } from '../protocol.ts'
import { createAttention } from './attention.ts'
import { type Conversation, conversationOf, currentChat, receiptsOf } from './conversation.ts'
import { type Keep, openKeep } from './keep.ts'
import { createLine } from './line.ts'
import { createSessions, type Sessions } from './session.ts'
import { createStreams } from './streams.ts'
import { createTabs } from './tabs.ts'

/** How the panel stands in the page. */
export type Look = 'closed' | 'preview' | 'open'

/** One visitor on one page: what the panel shows, and what goes on while it is closed. */
export interface Visit {
  /** As the page gave it, not read yet. */
  readonly config: unknown
  readonly page: Page
  readonly languages: readonly string[]
  readonly keep: Keep
  readonly sessions: Sessions
  readonly say: Say<ToHost>
  readonly deliver: ChatFeed['deliver']
  look(): Look
  /** The visitor is done with the panel: from this moment on a reply opens it again. */
  close(): void
  now(): Conversation
  others(): readonly Receipt[]
  /** Name of the agent who is typing. */
  typing(): string | null
  /** False while a connection that should be there is not. */
  connected(): boolean
  leads(): boolean
  /** Something changed: everything that follows from it is done, and the listeners are called, once per turn. */
  changed(): void
  onChange(listener: () => void): void
}

export interface VisitParts {
  /** As the page gave it, not read yet. */
  readonly config: unknown
  readonly page: Page
  readonly languages: readonly string[]
  /** The page remembers a conversation. */
  readonly known: boolean
  readonly say: Say<ToHost>
}

export function createVisit(parts: VisitParts) {
  const keep = openKeep()
  const sessions = createSessions(keep)
  const listeners: (() => void)[] = []
  let look: Look = 'closed'
  let leading = false
  let languages = parts.languages
  let scheduled = false

  function changed() {
    if (scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      attention()
      line.follow()
      for (const listener of listeners) listener()
    })
  }

  const streams = createStreams(keep, changed)
  const now = () => {
    const id = currentChat(keep)
    return conversationOf(keep, id, id ? streams.events(chatStream(id)) : [])
  }
  const leads = () => leading
  const line = createLine({ keep, sessions, streams, now, leads, changed, relay: (signal) => tabs.tell(signal) })
  const attention = createAttention({ keep, say: parts.say, now, leads, look: () => look })
  const lead = (next: boolean) => {
    leading = next
    changed()
  }
  keep.onChange(changed)
  document.addEventListener('visibilitychange', changed)
  addEventListener('online', changed)
  addEventListener('offline', changed)
  const tabs = createTabs({
    onLead: () => lead(true),
    onFollow: () => lead(false),
    onTold: (signal) => line.signal(signal),
  })

  // Only then: a new visitor must not be met by a refusal in the console.
  if (parts.known && !sessions.current() && !keep.lasting) sessions.restore().then(line.resume, () => {}) // Nobody known: they begin anew.

  function setLook(next: Look) {
    look = next
    changed()
  }

  const visit: Visit = {
    ...parts,
    get languages() {
      return languages
    },
    keep,
    sessions,
    deliver: line.deliver,
    look: () => look,
    close() {
      setLook('closed')
      parts.say('close')
    },
    now,
    others: () => {
      const id = currentChat(keep)
      return id ? receiptsOf(keep, id) : []
    },
    typing: line.typing,
    connected: () => navigator.onLine && line.connected(),
    leads,
    changed,
    onChange: (listener) => listeners.push(listener),
  }
  return {
    visit,
    use: tabs.use,
    setLook,
    setLanguages(next: readonly string[]) {
      languages = next
      changed()
    },
    forget() {
      for (const key of keep.keys('')) keep.remove(key)
      changed()
    },
  }
}

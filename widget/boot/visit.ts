import type { ChatFeed } from '#shared/client/chat-feed.ts'
import type { Page } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import type { Signal } from '#shared/contract/signals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Say, ToHost } from '../protocol.ts'
import { createAttention } from './attention.ts'
import type { Browser } from './browser.ts'
import { type Conversation, conversationOf, currentChat } from './conversation.ts'
import type { Keep } from './keep.ts'
import { createLine } from './line.ts'
import { createPresence } from './presence.ts'
import { createSessions, type Sessions } from './session.ts'
import { createStreams } from './streams.ts'

/** How the panel stands in the page; nothing: shut. Any other word of a page's is as good as that. */
export type Look = '' | 'preview' | 'open'

/** One visitor on one page: what the panel shows, and what goes on while it is closed. */
export interface Visit {
  /** As the page gave it, not read yet. */
  readonly config: unknown
  /** As it is now. */
  readonly page: Page
  readonly languages: readonly string[]
  readonly keep: Keep
  /**
   * What the page said by its API (W33), not checked yet. `identify` and `fields`: JSON of all that they said on this page.
   * `start`, `end` and `way`, which the visitor chose from the button's list, are there until they are done.
   */
  readonly said: { identify?: string; fields?: string; start?: string; end?: string; way?: string }
  readonly sessions: Sessions
  readonly say: Say<ToHost>
  readonly deliver: ChatFeed['deliver']
  look(): Look
  /** The visitor is done with the panel: from this moment on a reply opens it again. */
  close(): void
  now(): Conversation
  /** Calls the listener, one alone, with what is never stored, and with the others' receipts as they are now. */
  onSignal(listener: (signal: Signal) => void): void
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
  readonly referrer: string
  /** BCP 47 tags in the order of preference, with commas. */
  readonly languages: string
  /** Whether the page remembers a conversation. */
  readonly known: unknown
  /** Whether agents may see a visitor who has not acted. */
  readonly everyone: unknown
  readonly say: Say<ToHost>
  readonly browser: Browser
}

export function createVisit({ config, referrer, known, everyone, say, browser, page, languages }: VisitParts) {
  const { keep, createTabs, restore } = browser
  const sessions = createSessions(keep)
  const listeners: (() => void)[] = []
  let look: Look = ''
  let leading = false
  let scheduled = false
  /** Before, there is no socket, and nobody is told of a visitor who was here earlier (W31). */
  let acted = known || everyone

  function changed() {
    if (scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      attention()
      acted ||= look || now().underWay
      if (acted) {
        line.follow()
        presence.follow()
      }
      for (const listener of listeners) listener()
    })
  }

  /** A chat that an agent began becomes the current one (W14), unless it came too late. */
  function onProposed(id: ChatId) {
    if (!now().underWay && of(id).underWay) keep.set('chat', id)
  }

  const streams = createStreams(keep, changed, onProposed)
  const of = (id: ChatId | null) => conversationOf(keep, id, id ? streams.events(chatStream(id)) : [])
  const now = () => of(currentChat(keep))
  const leads = () => leading
  const line = createLine({ keep, sessions, streams, now, leads, changed, relay: (signal) => tabs.tell(signal) })
  const attention = createAttention({ keep, say, now, leads, look: () => look })
  const presence = createPresence({ sessions, page: () => page, referrer, changed, onRefusal: line.onRefusal })
  keep.onChange(changed)
  for (const sign of 'visibilitychange online offline'.split(' ')) addEventListener(sign, changed)
  const tabs = createTabs({
    setLead(next) {
      leading = next
      changed()
    },
    onTold: (signal) => line.signal(signal),
  })

  async function recall() {
    // Only then: a new visitor must not be met by a refusal in the console.
    if (known) await restore?.(sessions, keep, line.resume).catch(() => {}) // Nobody known: they begin anew.
    if (everyone) await sessions.open()
    changed()
  }
  if (!sessions.current()) recall().catch(() => {}) // No connection: the next page tries again.

  function setLook(next: Look) {
    look = next
    changed()
  }

  function clear() {
    for (const key of keep.keys('')) keep.remove(key)
  }

  const visit: Visit = {
    config,
    say,
    get page() {
      return page
    },
    get languages() {
      return languages.split(',')
    },
    keep,
    said: {},
    sessions,
    deliver: line.deliver,
    look: () => look,
    close() {
      setLook('')
      say('close')
    },
    now,
    onSignal: line.onSignal,
    connected: () => navigator.onLine && line.connected(),
    leads,
    changed,
    onChange: (listener) => listeners.push(listener),
  }
  return {
    visit,
    use: tabs.use,
    live: presence.live,
    setLook,
    setPage(next: Page) {
      page = next
      changed()
    },
    setLanguages(next: string) {
      languages = next
      changed()
    },
    forget() {
      presence.leave()
      // It takes the credential along that is forgotten here at once.
      const left = sessions.api.closeVisitorSession({}, { keepalive: true })
      clear()
      changed()
      left
        .then(
          () => true,
          () => false,
        )
        .then((everywhere) => {
          // Also what was on its way meanwhile.
          clear()
          say('gone', everywhere)
        })
    },
  }
}

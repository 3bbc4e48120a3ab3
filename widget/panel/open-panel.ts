import type { Emit } from '../loader/events.ts'
import type { Flag } from '../loader/flags.ts'
import type { Launcher } from '../loader/launcher.ts'
import type { Settings } from '../loader/read-settings.ts'
import { greeting } from '../protocol.ts'
import { notify } from './notify.ts'
import { createPort } from './port.ts'
import { watchSigns } from './signs.ts'

type Look = 'open' | 'preview' | ''

/** What the loader knows. */
export interface PanelParts {
  readonly chatting: Flag
  readonly openHere: Flag
  readonly origin: string
  readonly config: Settings
  /** The configuration as the owner wrote it. */
  readonly given: string | undefined
  readonly launcher: Launcher
  /** Whether the button is to be seen, where the owner hides it while nobody can answer (W5). */
  readonly setAvailable: (now: boolean) => void
  readonly emit: Emit
  /** BCP 47 tags in the order of preference. */
  readonly languages: () => readonly string[]
  /** The panel was open on this tab's last page. */
  readonly wasOpen: string | null
  /** Agents may see who has not acted. */
  readonly everyone: boolean
  /** The button hides while nobody can answer. */
  readonly hides: boolean
}

export type Panel = ReturnType<typeof openPanel>

/** The chat's frame and its life: absent, hidden, beside the button, open; and when it opens by itself (W2). */
export function openPanel(parts: PanelParts) {
  const { origin, config, given, launcher, setAvailable, emit, languages, wasOpen, chatting, openHere } = parts
  const { hostElement: host, shadow, button, setExpanded, setUnread } = launcher
  let frame: HTMLIFrameElement | undefined
  let ready = false
  let look: Look = ''
  /** The visitor asked for the look, so it may take the focus. */
  let wanted = false
  /** The page wants the visitor forgotten, and the frame does not know yet. */
  let forgotten = false

  const { say, greet } = createPort(
    origin,
    {
      ready() {
        ready = true
        settle()
      },
      close: () => close(true),
      expand: open,
      state(unread, underWay) {
        chatting(underWay)
        setUnread(unread)
      },
      reply(from, text) {
        emit('message', { from, text })
        notify(from, text, open)
        if (look === 'open' || config.reopen === 'badge') return
        // A panel over the whole screen would take the page away from who is reading it.
        turn(config.reopen === 'message' || matchMedia('(width<=480px)').matches ? 'preview' : 'open', false)
      },
      available: setAvailable,
      event: emit as (name: string, detail: unknown) => void,
    },
    () => [
      greeting,
      given,
      languages().join(),
      location.href,
      document.title,
      document.referrer,
      wasOpen || chatting(),
      parts.everyone,
      parts.hides,
    ],
  )

  function mount() {
    if (frame) return
    const made = document.createElement('iframe')
    made.hidden = true
    made.title = config.texts.chat || 'Chat'
    made.src = `${origin}/widget/frame.html`
    // Not only once: a router that moves the element loads its document anew.
    made.onload = () => {
      ready = false
      greet(made)
    }
    shadow.prepend(made)
    frame = made
  }

  function turn(next: Look, byVisitor: boolean) {
    const opens = next === 'open'
    const changes = opens !== (look === 'open')
    look = next
    wanted = byVisitor
    mount()
    settle()
    if (!changes) return
    openHere(opens)
    setExpanded(opens)
    emit(opens ? 'opened' : 'closed')
  }

  /** Only a document that answered is shown: one that could not be loaded must not cover the page. */
  function settle() {
    if (!frame || !ready) return
    if (forgotten) say('shutdown')
    forgotten = false
    say('look', look, wanted)
    frame.className = look
    frame.hidden = !look
    if (wanted) (look ? frame : button).focus()
    wanted = false
  }

  function open() {
    if (look !== 'open') turn('open', true)
  }

  function close(byVisitor?: boolean) {
    if (!frame) return
    turn('', byVisitor || document.activeElement === host)
    if (ready) return
    frame.remove()
    frame = undefined
  }

  watchSigns(say)
  const viewport = visualViewport
  viewport?.addEventListener('resize', () => frame?.style.setProperty('--visible', `${viewport.height}px`))

  return {
    mount,
    open,
    close,
    toggle: (byVisitor?: boolean) => (look === 'open' ? close(byVisitor) : open()),
    /** Goes on where the last page stopped. */
    resume() {
      if (wasOpen) turn('open', false)
      else mount()
    },
    /** The languages have changed. */
    speak: () => say('language', languages().join()),
    /** @param underWay a conversation is, though this page may have no frame yet */
    shutdown(underWay: string | null) {
      forgotten = true
      close()
      if (frame || underWay) mount()
      settle()
    },
  }
}

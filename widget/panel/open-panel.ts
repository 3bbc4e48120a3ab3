import type { Emit } from '../api/create-events.ts'
import { type Flag, leaving } from '../loader/flags.ts'
import type { Launcher } from '../loader/launcher.ts'
import type { Settings } from '../loader/read-settings.ts'
import { greeting } from '../protocol.ts'
import { notify } from './notify.ts'
import { createPort } from './port.ts'
import { watchSigns } from './signs.ts'

type Look = 'open' | 'preview' | ''

/** As JSON; empty before something was said. Of `identify`, what was said last; of `fields`, all that were set. */
export type Facts = { identify: string; fields: string }

/** What the loader knows. */
export interface PanelParts {
  readonly chatting: Flag
  /** What the page said of its visitor, by verb (W33). */
  readonly facts: Facts
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
  /** Agents may see who has not acted. */
  readonly everyone: boolean
  /** The button hides while nobody can answer. */
  readonly hides: boolean
}

export type Panel = ReturnType<typeof openPanel>

/** The chat's frame and its life: absent, hidden, beside the button, open; and when it opens by itself (W2). */
export function openPanel(parts: PanelParts) {
  const { origin, config, given, launcher, setAvailable, emit, languages, facts, chatting, openHere } = parts
  const { hostElement: host, shadow, button, setExpanded, setUnread } = launcher
  let frame: HTMLIFrameElement | undefined
  let ready = false
  let look: Look = ''
  /** The visitor asked for the look, so it may take the focus. */
  let wanted = false
  /** The page wants the visitor forgotten, and it is not done yet. */
  let forgotten = false
  /** What the frame needed could not be loaded: the next one begins anew. */
  let failed = false
  /** Calls for the chat, which no frame heard yet. */
  const calls: [verb: string, text: string][] = []

  const { say, greet } = createPort(
    origin,
    {
      ready() {
        ready = true
        tell('identify')
        tell('fields')
        settle()
      },
      close: () => close(true),
      fail,
      expand: open,
      state(unread, underWay) {
        // What another tab is to forget is not remembered by this one.
        if (!forgotten && chatting() !== leaving) chatting(underWay ? '1' : '')
        setUnread(unread)
        emit('unread', { count: unread })
      },
      gone(everywhere) {
        if (!forgotten) return
        drop()
        // Else it is tried again when the frame is wanted next, at the latest on the next page.
        if (!everywhere) return
        forgotten = false
        chatting(null)
        if (look) mount()
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
      // Who never chatted is asked for nowhere: a refusal would stand on the page's console.
      forgotten || chatting() === null ? null : openHere() || chatting(),
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
      // What answers does so at once, but for a slow network; who is still waiting is told that nothing does (ms).
      setTimeout(() => frame === made && wanted && fail(), 10_000)
    }
    // Behind the button, and so above its icon where it takes a phone's whole screen.
    shadow.append(made)
    frame = made
  }

  function turn(next: Look, byVisitor: boolean) {
    if (failed) drop()
    const opens = next === 'open'
    const changes = opens !== (look === 'open')
    look = next
    wanted = byVisitor
    mount()
    settle()
    if (!changes) return
    openHere(opens ? '1' : null)
    setExpanded(opens)
    emit(opens ? 'opened' : 'closed')
  }

  /** Only a document that answered is shown: one that could not be loaded must not cover the page. */
  function settle() {
    if (!frame || !ready) return
    frame.className = look
    frame.hidden = !look
    if (forgotten) return say('shutdown')
    // First where they are: a page that went on by itself may begin a chat in the same breath (W9r).
    if (wanted) live()
    say('look', look, wanted)
    for (const call of calls.splice(0)) say('call', ...call)
    if (wanted) (look ? frame : button).focus()
    wanted = false
  }

  function open() {
    if (look !== 'open') turn('open', true)
  }

  function close(byVisitor?: boolean) {
    if (!frame) return
    turn('', byVisitor || document.activeElement === host)
    if (!ready) drop()
  }

  /** A panel that would be empty covers nothing: the button says why, and tries again. */
  function fail() {
    close(true)
    failed = true
    launcher.speak(true)
  }

  function drop() {
    frame?.remove()
    frame = undefined
    ready = failed = false
  }

  function tell(verb: keyof Facts) {
    if (facts[verb] && !forgotten) say('call', verb, facts[verb])
  }

  const live = watchSigns(say)
  visualViewport?.addEventListener('resize', () => frame?.style.setProperty('--visible', `${visualViewport?.height}px`))

  return {
    mount,
    open,
    close,
    toggle: (byVisitor?: boolean) => (look === 'open' ? close(byVisitor) : open()),
    /** Goes on where the last page stopped. */
    goOn() {
      if (openHere()) turn('open', false)
      else mount()
    },
    pass: tell,
    /** @param verb `way` opens the chat itself, or another way to be answered that is a form in it */
    start(text: string, verb = 'start') {
      calls.push([verb, text])
      turn('open', true)
    },
    end() {
      calls.push(['end', ''])
      mount()
      settle()
    },
    /** The languages have changed. */
    translate: () => say('language', languages().join()),
    /** A frame has to do it: what is to be forgotten is out of this page's reach. */
    shutdown() {
      close()
      forgotten = true
      mount()
      settle()
    },
  }
}

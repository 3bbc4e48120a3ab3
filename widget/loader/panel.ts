import { greeting } from '../protocol.ts'
import { element } from './element.ts'
import type { Emit } from './events.ts'
import { chatting, openHere } from './flags.ts'
import type { Launcher } from './launcher.ts'
import { notify } from './notify.ts'
import { createPort } from './port.ts'
import type { Settings } from './read-settings.ts'
import { watchSigns } from './signs.ts'

declare global {
  interface Navigator {
    /** @see https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: boolean
  }
}

type Look = 'open' | 'preview' | ''

/** ms. A server that says nothing about it for so long leaves the button where it can be seen. */
const patience = 3_000

/** The chat's frame and its life: absent, hidden, beside the button, open; and when it opens by itself (W2). */
export function createPanel(
  { src, dataset }: HTMLScriptElement,
  config: Settings,
  { hostElement: host, shadow, button, setExpanded, speak, setUnread }: Launcher,
  emit: Emit,
) {
  const { origin } = new URL(src)
  let frame: HTMLIFrameElement | undefined
  let ready = false
  let look: Look = ''
  /** The visitor asked for the look, so it may take the focus. */
  let wanted = false
  /** The page wants the visitor forgotten, and the frame does not know yet. */
  let forgotten = false
  const wasOpen = openHere()
  let language: string = config.language ?? 'auto'
  const languages = () =>
    language === 'auto'
      ? [...navigator.languages, document.documentElement.lang, `${config.defaultLanguage}`]
      : [`${language}`]
  /** Agents may see who has not acted, unless the browser says that its visitor does not want it (P3). */
  const everyone = config.visitors === 'everyone' && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1'
  const hides = config.whenAway === 'hide'

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
      available,
      event: emit as (name: string, detail: unknown) => void,
    },
    () => [
      greeting,
      dataset.config,
      languages().join(),
      location.href,
      document.title,
      document.referrer,
      wasOpen || chatting(),
      everyone,
      hides,
    ],
  )

  function mount() {
    if (frame) return
    const made = element('iframe')
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

  /** Apart from what the page hides and shows by its own calls. */
  function available(now: boolean) {
    host.className = now ? '' : 'away'
  }

  // The frame begins to load while the finger is still down.
  button.onpointerdown = mount
  button.onclick = () => toggle(true)
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', () => chatting() && mount())
  watchSigns(say)
  const viewport = visualViewport
  viewport?.addEventListener('resize', () => frame?.style.setProperty('--visible', `${viewport.height}px`))
  speak(languages())

  const toggle = (byVisitor?: boolean) => (look === 'open' ? close(byVisitor) : open())
  return {
    /** What was open on the last page is open on this one; what was under way goes on behind the button. */
    resume() {
      if (wasOpen) turn('open', false)
      else if (chatting() || everyone || hides) mount()
      if (!hides) return
      // Not known yet: it must not flash up.
      available(false)
      setTimeout(() => ready || available(true), patience)
    },
    verbs: {
      open,
      close,
      toggle,
      language(tag: string) {
        language = tag
        say('language', languages().join())
        speak(languages())
      },
      show() {
        host.hidden = false
      },
      hide() {
        host.hidden = true
      },
      shutdown() {
        forgotten = true
        close()
        if (frame || chatting()) mount()
        settle()
        chatting(false)
        host.hidden = true
      },
    },
  }
}

import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { greeting } from '../protocol.ts'
import { element } from './element.ts'
import type { Emit } from './events.ts'
import { chatting, openHere } from './flags.ts'
import type { Launcher } from './launcher.ts'
import { createPort } from './port.ts'

type Look = 'open' | 'preview' | ''

/** The chat's frame and its life: absent, hidden, beside the button, open; and when it opens by itself (W2). */
export function createPanel(
  origin: string,
  config: WidgetConfig,
  { host, root, button, speak, setUnread }: Launcher,
  emit: Emit,
) {
  let frame: HTMLIFrameElement | undefined
  let ready = false
  let look: Look = ''
  /** The visitor asked for the look, so it may take the focus. */
  let wanted = false
  const wasOpen = openHere()
  let language: string = config.language
  const languages = () =>
    language === 'auto' ? [...navigator.languages, document.documentElement.lang, config.defaultLanguage] : [language]

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
      reply() {
        if (look === 'open' || config.reopen === 'badge') return
        // A panel over the whole screen would take the page away from who is reading it.
        if (config.reopen === 'open' && !matchMedia('(max-width:480px)').matches) show(false)
        else turn('preview', false)
      },
      event: emit as (name: string, detail: unknown) => void,
    },
    () => [greeting, config, languages().join(), location.href, document.title, wasOpen || chatting()],
  )

  function mount() {
    if (frame) return frame
    const made = element('iframe')
    made.title = config.texts.chat || 'Chat'
    made.src = `${origin}/widget/frame.html`
    // Not only once: a router that moves the element loads its document anew.
    made.onload = () => {
      ready = false
      greet(made)
      say('look', look, false)
    }
    root.prepend(made)
    frame = made
    return made
  }

  function turn(next: Look, byVisitor: boolean) {
    look = next
    wanted = byVisitor
    mount()
    say('look', look, wanted)
    settle()
  }

  /** Only a document that answered is shown: one that could not be loaded must not cover the page. */
  function settle() {
    if (!frame || !ready) return
    frame.className = look
    if (wanted) (look ? frame : button).focus()
  }

  function open() {
    show(true)
  }

  function show(byVisitor: boolean) {
    if (look === 'open') return
    turn('open', byVisitor)
    openHere(true)
    button.ariaExpanded = 'true'
    emit('opened')
  }

  function close(byVisitor: boolean) {
    if (!frame) return
    const was = look
    turn('', byVisitor || document.activeElement === host)
    if (!ready) {
      frame.remove()
      frame = undefined
    }
    if (was !== 'open') return
    openHere(false)
    button.ariaExpanded = 'false'
    emit('closed')
  }

  // The frame begins to load while the finger is still down.
  button.onpointerdown = mount
  button.onclick = () => toggle(true)
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', ({ key, newValue }) => key === greeting && newValue && mount())
  // The tab in use is where replies open; also of two windows side by side.
  for (const use of ['focus', 'pointerdown', 'keydown']) addEventListener(use, () => frame && say('used'), true)
  const viewport = visualViewport
  viewport?.addEventListener('resize', () => frame?.style.setProperty('--visible', `${viewport.height}px`))
  speak(languages())

  const toggle = (byVisitor: boolean) => (look === 'open' ? close(byVisitor) : open())
  return {
    /** What was open on the last page is open on this one; what was under way goes on behind the button. */
    resume() {
      if (wasOpen) show(false)
      else if (chatting()) mount()
    },
    verbs: {
      open,
      close: () => close(false),
      toggle: () => toggle(false),
      language(tag: string) {
        language = tag
        if (frame) say('language', languages().join())
        speak(languages())
      },
      show() {
        host.hidden = false
      },
      hide() {
        host.hidden = true
      },
      shutdown() {
        close(false)
        if (frame || chatting()) {
          mount()
          say('shutdown')
        }
        chatting(false)
        host.hidden = true
      },
    },
  }
}

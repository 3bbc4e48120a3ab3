import type { WidgetConfig } from '#shared/widget-config/config.ts'
import type { DeskbellEvents } from '../deskbell.d.ts'
import { greeting } from '../protocol.ts'
import { element } from './element.ts'
import type { Emit } from './events.ts'
import { chatting, flagKey, openHere } from './flags.ts'
import type { Launcher } from './launcher.ts'
import { createPort } from './port.ts'

export type Panel = ReturnType<typeof createPanel>

/** The chat's frame and its life: absent, hidden, beside the button, open; and when it opens by itself (W2). */
export function createPanel(
  origin: string,
  config: WidgetConfig,
  { host, root, button, speak, setUnread }: Launcher,
  emit: Emit,
) {
  let frame: HTMLIFrameElement | undefined
  let open = false
  const wasOpen = openHere()
  let language: string = config.language
  const languages = () =>
    language === 'auto' ? [...navigator.languages, document.documentElement.lang, config.defaultLanguage] : [language]

  const { say, greet } = createPort(
    origin,
    {
      close: () => close(true),
      expand: () => show(true),
      state(unread, underWay) {
        chatting(underWay)
        setUnread(unread)
      },
      reply() {
        if (open || config.reopen === 'badge') return
        // A panel over the whole screen would take the page away from who is reading it.
        if (config.reopen === 'open' && !matchMedia('(max-width:480px)').matches) show(false)
        else reveal('preview', () => say('preview'))
      },
      event: (name, detail) => emit(name as keyof DeskbellEvents, detail as never),
    },
    () => [greeting, config, languages().join(), location.href, document.title, !!(wasOpen || chatting())],
  )

  function mount() {
    if (frame) return frame
    const made = element('iframe')
    made.hidden = true
    made.title = config.texts.chat || 'Chat'
    made.src = `${origin}/widget/frame.html`
    // Not only once: a router that moves the element loads its document anew.
    made.onload = () => {
      if (made.contentWindow) greet(made.contentWindow)
      if (open) say('open', false)
    }
    root.prepend(made)
    frame = made
    return made
  }

  function reveal(look: 'full' | 'preview', tell: () => void) {
    const shown = mount()
    shown.className = look
    shown.hidden = false
    tell()
    return shown
  }

  function show(byVisitor: boolean) {
    if (open) return
    open = true
    openHere(true)
    button.ariaExpanded = 'true'
    const shown = reveal('full', () => say('open', byVisitor))
    if (byVisitor) shown.focus()
    emit('opened')
  }

  function close(byVisitor: boolean) {
    const held = byVisitor || document.activeElement === host
    mount().hidden = true
    say('close')
    if (held) button.focus()
    if (!open) return
    open = false
    openHere(false)
    button.ariaExpanded = 'false'
    emit('closed')
  }

  // The frame begins to load while the finger is still down.
  button.onpointerdown = mount
  button.onclick = () => toggle(true)
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', ({ key, newValue }) => key === flagKey && newValue && mount())
  // The tab in use is where replies open; also of two windows side by side.
  for (const use of ['focus', 'pointerdown', 'keydown']) addEventListener(use, () => frame && say('used'), true)
  visualViewport?.addEventListener('resize', () => frame?.style.setProperty('--visible', `${visualViewport?.height}px`))
  speak(languages())

  const toggle = (byVisitor: boolean) => (open ? close(byVisitor) : show(true))
  return {
    /** What was open on the last page is open on this one; what was under way goes on behind the button. */
    resume() {
      if (wasOpen) show(false)
      else if (chatting()) mount()
    },
    verbs: {
      open: () => show(true),
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
        if (frame || chatting()) {
          close(false)
          say('shutdown')
        }
        chatting(false)
        host.hidden = true
      },
    },
  }
}

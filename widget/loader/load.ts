import { createApi } from './api.ts'
import { createEvents } from './events.ts'
import { chatting, openHere } from './flags.ts'
import { createLater } from './later.ts'
import { createLauncher } from './launcher.ts'
import { readSettings } from './read-settings.ts'

declare global {
  interface Navigator {
    /** @see https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: boolean
  }
}

/** ms. A server that says nothing about it for so long leaves the button where it can be seen. */
const patience = 3_000

/** Everything a page gets before its visitor acts: the button, and the one global. */
export function load(script: HTMLScriptElement) {
  const { emit, on, off } = createEvents()
  const config = readSettings(script.dataset.config)
  const launcher = createLauncher(config)
  const { hostElement: host, button, speak } = launcher
  let language: string = config.language ?? 'auto'
  const languages = () =>
    language === 'auto'
      ? [...navigator.languages, document.documentElement.lang, `${config.defaultLanguage}`]
      : [`${language}`]
  /** Agents may see who has not acted, unless the browser says that its visitor does not want it (P3). */
  const everyone = config.visitors === 'everyone' && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1'
  const hides = config.whenAway === 'hide'
  const wasOpen = openHere()
  let answered = false
  /** Apart from what the page hides and shows by its own calls. */
  const setAvailable = (now: boolean) => {
    answered = true
    host.className = now ? '' : 'away'
  }

  const { later, isThere } = createLater(script, {
    config,
    given: script.dataset.config,
    launcher,
    setAvailable,
    emit,
    languages,
    wasOpen,
    chatting,
    openHere,
    everyone,
    hides,
  })

  // It begins to load while the finger is still down.
  button.onpointerdown = () => later('mount')
  button.onclick = () => later('toggle', true)
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', () => chatting() && later('mount'))
  speak(languages())
  createApi({
    on,
    off,
    open: () => later('open'),
    close: () => isThere() && later('close'),
    toggle: () => later('toggle'),
    language(tag: string) {
      language = tag
      speak(languages())
      if (isThere()) later('speak')
    },
    show() {
      host.hidden = false
    },
    hide() {
      host.hidden = true
    },
    shutdown() {
      const underWay = chatting()
      if (isThere() || underWay) later('shutdown', underWay)
      chatting(false)
      host.hidden = true
    },
  })
  // In a page that is still loading its head, beside the body to come.
  const place = document.body ?? document.documentElement
  place.append(host)
  // What was open on the last page is open on this one; what was under way goes on behind the button.
  if (wasOpen || chatting() || everyone || hides) later('resume')
  if (hides) {
    // Not known yet: it must not flash up.
    host.className = 'away'
    setTimeout(() => answered || setAvailable(true), patience)
  }
  emit('ready')
}

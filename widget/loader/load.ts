import type { Facts } from '../panel/open-panel.ts'
import { createApi } from './api.ts'
import { createEvents } from './events.ts'
import { chatting, leaving, openHere } from './flags.ts'
import { createLater } from './later.ts'
import { createLauncher } from './launcher.ts'
import { offerChannels } from './offer-channels.ts'
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
export function load(script: HTMLScriptElement, given: string | undefined) {
  const { emit, on, off: unlisten } = createEvents()
  const config = readSettings(given)
  const launcher = createLauncher(config)
  const { hostElement: host, speak } = launcher
  let language: string = config.language ?? 'auto'
  const languages = () =>
    language === 'auto'
      ? [...navigator.languages, document.documentElement.lang, `${config.defaultLanguage}`]
      : [`${language}`]
  /** Agents may see who has not acted, unless the browser says that its visitor does not want it (P3). */
  const everyone = config.visitors === 'everyone' && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1'
  const hides = config.whenAway === 'hide'
  const facts: Facts = { identify: '', fields: '' }
  /** Since `shutdown`, and until the page wants the widget again, nothing begins by itself. */
  let off = false
  let answered = false
  /** Apart from what the page hides and shows by its own calls. */
  const setAvailable = (now: boolean) => {
    answered = true
    offer(now)
  }

  const { later, isThere } = createLater(script, {
    config,
    given,
    launcher,
    setAvailable,
    emit,
    languages,
    facts,
    chatting,
    openHere,
    everyone,
    hides,
  })

  const { origin } = new URL(script.src)
  const offer = offerChannels({ config, launcher, later, origin, languages, chatting, openHere })
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', () => !off && chatting() && later('mount'))
  speak(languages())
  /** What was open on the last page is open on this one; what was under way goes on behind the button. */
  const goOn = () => {
    if (chatting() === leaving) later('shutdown')
    else if (openHere() || chatting() || everyone || hides) later('goOn')
  }
  const appear = () => {
    off = host.hidden = false
  }
  const know = (verb: keyof Facts, said: object) => {
    facts[verb] = JSON.stringify(said)
    if (isThere()) later('pass', verb)
  }
  createApi({
    __proto__: null,
    on,
    off: unlisten,
    open() {
      appear()
      later('open')
    },
    close: () => isThere() && later('close'),
    toggle() {
      appear()
      later('toggle')
    },
    start(text = '') {
      const words = text.trim()
      appear()
      later('start', words)
    },
    end() {
      if (!isThere()) throw new Error('no chat')
      later('end')
    },
    identify: (who: object) => know('identify', who),
    fields: (more: object) => know('fields', { ...JSON.parse(facts.fields || '{}'), ...more }),
    language(tag: string) {
      language = tag.trim()
      speak(languages())
      if (isThere()) later('translate')
    },
    show() {
      appear()
      goOn()
    },
    hide() {
      host.hidden = true
    },
    shutdown() {
      facts.identify = facts.fields = ''
      openHere(null)
      if (isThere() || chatting() !== null) {
        // Until it is done: this page may be left at once, or the connection be gone.
        chatting(leaving)
        later('shutdown')
      }
      off = host.hidden = true
    },
  })
  document.documentElement.append(host)
  if (!off) goOn()
  // Where it is not known yet, it must not flash up.
  offer(!hides)
  if (hides) setTimeout(() => answered || setAvailable(true), patience)
}

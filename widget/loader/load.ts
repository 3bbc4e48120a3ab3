import type { Emit } from '../api/create-events.ts'
import { awaitCalls } from './await-calls.ts'
import { chatting, leaving, openHere } from './flags.ts'
import type { importFrom } from './import-from.ts'
import { createLater } from './later.ts'
import { createLauncher } from './launcher.ts'
import type { PageParts } from './page-parts.ts'
import { readSettings } from './read-settings.ts'

declare const CHANNELS: string
declare const CALLS: string

declare global {
  interface Navigator {
    /** @see https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: boolean
  }
}

/** Everything a page gets before its visitor acts: the button, and the one global. */
export function load(bring: ReturnType<typeof importFrom>, origin: string, given: string | undefined) {
  const config = readSettings(given)
  const languages = () =>
    parts.state.language === 'auto'
      ? [...navigator.languages, document.documentElement.lang, `${config.defaultLanguage}`]
      : [parts.state.language]
  const launcher = createLauncher(config, languages)
  const { hostElement: host, button, speak } = launcher
  const hides = config.whenAway === 'hide'
  let tellPage: Emit | undefined
  /** Whether somebody can answer, where that hides the button; as long as it is not known, it must not flash up. */
  let available: boolean | undefined
  let offer = (now = !hides) => {
    host.className = now || chatting() || openHere() ? '' : 'away'
  }
  const parts: PageParts = {
    origin,
    config,
    given,
    launcher,
    state: { language: `${config.language ?? 'auto'}` },
    facts: { identify: '', fields: '' },
    hides,
    everyone: config.visitors === 'everyone' && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1',
    chatting,
    openHere,
    languages,
    ...createLater(bring, () => parts),
    emit: (...said) => tellPage?.(...said),
    setAvailable(now) {
      available = now
      offer(now)
    },
    goOn() {
      if (chatting() === leaving) later('shutdown')
      else if (openHere() || chatting() || parts.everyone || hides) later('goOn')
    },
  }
  const { later } = parts
  let answering: Promise<void> | undefined
  const answer = () => {
    answering ??= bring<typeof import('../api/answer-calls.ts')>(CALLS).then(
      ({ answerCalls }) => {
        tellPage = answerCalls(parts)
      },
      () => {
        answering = undefined
      },
    )
    return answering
  }

  function appear() {
    document.documentElement.append(host)
    if (!parts.state.off) parts.goOn()
    // With channels of its own the button is nothing before they are there (W1); where the connection was lost, it is the chat's.
    offer(config.channels ? false : available)
    if (config.channels)
      bring<typeof import('../channels/offer-channels.ts')>(CHANNELS).then(
        ({ offerChannels }) => {
          offer = offerChannels(parts)
          offer(available)
        },
        () => offer(available),
      )
    // A server that says nothing about it for so long (ms) leaves the button where it can be seen.
    if (hides) setTimeout(() => available ?? parts.setAvailable(true), 3_000)
  }

  // It begins to load while the finger is still down.
  button.onpointerdown = () => later('mount')
  button.onclick = () => later('toggle', true)
  // A chat begun in another tab of this site goes on here too (W28).
  addEventListener('storage', () => !parts.state.off && chatting() && later('mount'))
  speak()
  // A button that the page hides at once does not flash up.
  if (awaitCalls(answer)) answer().then(appear)
  else appear()
}

import { chooseLanguage } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import { ownText } from '#shared/i18n/own-text.ts'
import { HostElement } from './host-element.ts'
import css from './loader.css?inline'
import { ownersStyle } from './owners-style.ts'
import type { Settings } from './read-settings.ts'

export type Launcher = ReturnType<typeof createLauncher>

const bubble = 'M2 22l1-5a10 10 0 1 1 4 4'
const arrow = 'm3 8 9 9 9-9'

/**
 * The button and the badge on it, in a shadow root of the one element that we put into a page.
 * @param languages BCP 47 tags in the order of preference, as they are when it speaks
 */
export function createLauncher(config: Settings, languages: () => readonly string[]) {
  customElements.define('deskbell-widget', HostElement)
  const host = new HostElement()
  const button = document.createElement('button')
  const icon = document.createElement('i')
  const badge = document.createElement('b')
  const words = new Text()
  button.append(icon, words, badge)
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + ownersStyle(config))
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(button)
  /**
   * Says what the button is for; or that what it opens could not be loaded, which pressing it tries again. That is in English
   * for everybody: the dictionaries are where nothing could be had from, and fourteen sentences are 300 bytes of every page.
   */
  const speak = (fails?: boolean) => {
    const language = chooseLanguage(languages(), launcherTexts)
    const name = fails
      ? 'No connection. Try again.'
      : (ownText(config.texts, language, 'contactUs') ?? launcherTexts[language])
    const unread = badge.textContent
    button.ariaLabel = name + (unread && ` (${unread})`)
    words.data = fails || config.shape === 'pill' ? name : ''
  }
  const setExpanded = (open: boolean) => {
    // The browser makes a word of it.
    button.ariaExpanded = open as unknown as string
    icon.style.clipPath = `path("${open ? arrow : config.icon || bubble}")`
  }
  setExpanded(false)
  return {
    hostElement: host,
    shadow,
    button,
    /** The panel or the list is open, or shut. */
    setExpanded,
    speak,
    setUnread(count: number) {
      badge.textContent = (count || '') as string
      speak()
    },
  }
}

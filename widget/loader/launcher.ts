import { chooseLanguage } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import { ownText } from '#shared/i18n/own-text.ts'
import { element, svg } from './element.ts'
import { HostElement } from './host-element.ts'
import css from './loader.css?inline'
import { ownersStyle } from './owners-style.ts'
import type { Settings } from './read-settings.ts'

export type Launcher = ReturnType<typeof createLauncher>

const bubble = 'M21 12a9 9 0 0 1-13 8l-5 1 1-5a9 9 0 1 1 17-4M8 12h0m4 0h0m4 0h0'

/** The button and the badge on it, in a shadow root of the one element that we put into a page. */
export function createLauncher(config: Settings) {
  customElements.define('deskbell-widget', HostElement)
  const host = new HostElement()
  const badge = element('b')
  const icon = svg('svg')
  const shape = svg('path')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.append(shape)
  const words = new Text()
  const button = element('button', icon, words, badge)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + ownersStyle(config))
  root.adoptedStyleSheets = [sheet]
  root.append(button)
  let name = ''
  let unread = 0
  const label = () => {
    button.ariaLabel = unread ? `${name} (${unread})` : name
    if (config.shape === 'pill') words.data = name
  }
  const setExpanded = (open: boolean) => {
    button.ariaExpanded = `${open}`
    shape.setAttribute('d', open ? 'm6 9 6 6 6-6' : config.icon || bubble)
    shape.setAttribute('class', open || !config.icon ? '' : 'own')
  }
  setExpanded(false)
  return {
    hostElement: host,
    shadow: root,
    button,
    /** The panel or the list is open, or shut. */
    setExpanded,
    speak(languages: readonly string[]) {
      const language = chooseLanguage(languages, launcherTexts)
      name = ownText(config.texts, language, 'contactUs') ?? launcherTexts[language]
      label()
    },
    setUnread(count: number) {
      unread = count
      badge.textContent = `${count || ''}`
      label()
    },
  }
}

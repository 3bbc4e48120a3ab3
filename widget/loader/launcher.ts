import { chooseLanguage } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import { ownText } from '#shared/i18n/own-text.ts'
import { element, svg } from './element.ts'
import { HostElement } from './host-element.ts'
import css from './loader.css?inline'
import type { Settings } from './read-settings.ts'

export type Launcher = ReturnType<typeof createLauncher>

/** The button and the badge on it, in a shadow root of the one element that we put into a page. */
export function createLauncher(config: Settings) {
  customElements.define('deskbell-widget', HostElement)
  const host = new HostElement()
  const badge = element('b')
  const icon = svg('svg')
  const shape = svg('path')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.append(shape)
  const button = element('button', icon, badge)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + ownersStyle(config))
  root.adoptedStyleSheets = [sheet]
  root.append(button)
  let name = ''
  let unread = 0
  const label = () => {
    button.ariaLabel = unread ? `${name} (${unread})` : name
  }
  const setExpanded = (open: boolean) => {
    button.ariaExpanded = `${open}`
    shape.setAttribute('d', open ? 'm6 9 6 6 6-6' : 'M21 12a9 9 0 0 1-13 8l-5 1 1-5a9 9 0 1 1 17-4M8 12h0m4 0h0m4 0h0')
  }
  setExpanded(false)
  return {
    hostElement: host,
    shadow: root,
    button,
    /** The panel is open, or shut. */
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

/**
 * Black or white on the accent, whichever reads better: both have a contrast of 4.58 at the lightness (CIE L*) of 49.4,
 * so the better one has more on every colour. White where a browser cannot calculate with colours (before 2024).
 */
const ownersStyle = ({ color, side }: Settings) =>
  `:host{${side}:20px!important}iframe{${side}:0}button{background:${color};color:#fff;color:lab(from ${color} calc((49.4 - l)*infinity) 0 0)}`

import { chooseLanguage } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { element, icon } from './element.ts'
import { HostElement } from './host-element.ts'
import css from './loader.css?inline'

export type Launcher = ReturnType<typeof createLauncher>

/** The button and the badge on it, in a shadow root of the one element that we put into a page. */
export function createLauncher(config: WidgetConfig) {
  customElements.define('deskbell-widget', HostElement)
  const host = new HostElement()
  const badge = element('b')
  const button = element(
    'button',
    icon('M21 12a9 9 0 0 1-13 8l-5 1 1-5a9 9 0 1 1 17-4M8 12h0M12 12h0M16 12h0'),
    icon('m6 9 6 6 6-6'),
    badge,
  )
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + ownersStyle(config))
  root.adoptedStyleSheets = [sheet]
  root.append(button)
  button.ariaExpanded = 'false'

  let name = ''
  let unread = 0
  const label = () => {
    button.ariaLabel = unread ? `${name} (${unread})` : name
  }
  return {
    host,
    root,
    button,
    speak(languages: readonly string[]) {
      name = config.texts.contactUs || launcherTexts[chooseLanguage(languages, launcherTexts)]
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
const ownersStyle = ({ color, side }: WidgetConfig) =>
  `:host{${side}:20px!important}iframe{${side}:0}button{background:${color};color:#fff;color:lab(from ${color} calc((49.4 - l)*infinity) 0 0)}`

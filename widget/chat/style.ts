import type { WidgetConfig } from '#shared/widget-config/config.ts'
import panel from './Panel.css?inline'
import startForm from './StartForm.css?inline'
import base from './theme.css?inline'

/** The panel's style, in the owner's colour and theme. Constructed, so that no policy has to allow inline style. */
export function adoptStyle({ color, theme }: Pick<WidgetConfig, 'color' | 'theme'>) {
  const scheme = theme === 'system' ? 'light dark' : theme
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:root{--accent:${color};color-scheme:${scheme}}${base}${panel}${startForm}`)
  document.adoptedStyleSheets = [sheet]
}

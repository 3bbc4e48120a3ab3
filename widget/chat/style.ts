import panel from './Panel.css?inline'
import startForm from './StartForm.css?inline'
import theme from './theme.css?inline'

/** The panel's style, in the owner's colour. Constructed, so that no policy has to allow inline style. */
export function adoptStyle(accent: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:root{--accent:${accent}}${theme}${panel}${startForm}`)
  document.adoptedStyleSheets = [sheet]
}

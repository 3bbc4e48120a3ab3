import { type ComponentChild, render } from 'preact'
import { texts } from '../i18n/texts.ts'
import '../ui/tokens.css'
import '../ui/base.css'

/** Draws a surface into its page. */
export function mount(surface: ComponentChild): void {
  document.documentElement.dir = texts.direction
  const root = document.getElementById('root')
  if (root) render(surface, root)
}

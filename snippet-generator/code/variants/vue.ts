import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { moduleParts } from './module-parts.ts'

/** A plugin: the button belongs to the app, not to one of its components. */
export function vueCode(origin: string, config: FrameConfig): string {
  const { settings, add } = moduleParts(origin, config, 4)
  return `${settings}export const deskbell = {
  install() {
    // Nothing while a server renders the page.
    if (typeof document === 'undefined') return
${add}
  },
}`
}

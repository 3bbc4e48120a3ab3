import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { moduleParts } from './module-parts.ts'

/** A plugin: the button belongs to the app, not to one of its components. It is there until the app is unmounted (Vue 3.5). */
export function vueCode(origin: string, config: FrameConfig): string {
  const { settings, addOrShow } = moduleParts(origin, config, 4)
  return `${settings}export const deskbell = {
  install(app) {
    // Nothing while a server renders the page.
    if (typeof document === 'undefined') return
    // Calls wait here until the script has loaded.
    window.Deskbell ??= (...call) => (window.Deskbell.q ??= []).push(call)
${addOrShow}
    app.onUnmount?.(() => window.Deskbell('hide'))
  },
}`
}

import { createApi } from './api.ts'
import { createEvents } from './events.ts'
import { createLauncher } from './launcher.ts'
import { createPanel } from './panel.ts'
import { readSettings } from './read-settings.ts'

/** Everything a page gets before its visitor acts: the button, and the one global. */
export function load(script: HTMLScriptElement) {
  const { emit, on, off } = createEvents()
  const settings = readSettings(script.dataset.config)
  const launcher = createLauncher(settings)
  const { resume, verbs } = createPanel(script, settings, launcher, emit)
  createApi({ ...verbs, on, off })
  // In a page that is still loading its head, beside the body to come.
  const place = document.body ?? document.documentElement
  place.append(launcher.hostElement)
  resume()
  emit('ready')
}

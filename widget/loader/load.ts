import { readConfig } from '#shared/widget-config/config.ts'
import { createApi } from './api.ts'
import { createEvents } from './events.ts'
import { attach } from './host-element.ts'
import { createLauncher } from './launcher.ts'
import { createPanel } from './panel.ts'

/** Everything a page gets before its visitor acts: the button, and the one global. */
export function load(script: HTMLScriptElement) {
  const { config, problems } = readConfig(script.dataset.config)
  for (const problem of problems) console.warn('Deskbell:', problem)
  const { emit, on, off } = createEvents()
  const launcher = createLauncher(config)
  const { resume, verbs } = createPanel(new URL(script.src).origin, config, launcher, emit)
  createApi({ ...verbs, on, off })
  attach(launcher.host, () => {
    resume()
    emit('ready')
  })
}

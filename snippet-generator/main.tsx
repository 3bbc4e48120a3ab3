import { render } from 'preact'
import { App } from './App.tsx'
import { createCheckMySite } from './check/check-my-site.ts'
import { createSavedWidgets } from './saved/saved-widgets.ts'
import { createSettings } from './settings.ts'

const root = document.getElementById('app')
if (root) {
  const settings = createSettings(window)
  const send = fetch.bind(window)
  const saved = createSavedWidgets({ send, storage: () => sessionStorage }, settings)
  const check = createCheckMySite(send, location.origin)
  render(<App settings={settings} saved={saved} check={check} origin={location.origin} />, root)
}

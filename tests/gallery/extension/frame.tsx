import 'fake-indexeddb/auto'
import { mount } from '../../../extension/surfaces/mount.tsx'
import { seedDesk } from '../../support/seed-desk.ts'
import { scenes } from './scenes.tsx'
import { showTheme } from './show-theme.ts'

const asked = new URLSearchParams(location.search)
const scene = Object.entries(scenes).find(([name]) => name === asked.get('scene'))?.[1]
if (!scene) throw new Error(`No scene is called ${asked.get('scene')}`)

await seedDesk(scene.data())
mount(scene.shows)
document.documentElement.dir = asked.get('dir') ?? 'ltr'
showTheme(asked.get('theme') === 'dark' ? 'dark' : 'light')
await scene.then?.()
document.body.dataset.ready = 'yes'

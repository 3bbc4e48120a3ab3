import { scenes } from './scenes.tsx'

// For whoever looks at every scene from outside: their names and places, as JSON.
const all = Object.entries(scenes).map(([name, { place }]) => ({ name, place }))
document.body.append(Object.assign(document.createElement('output'), { textContent: JSON.stringify(all) }))

import { render } from 'preact'
import { App } from './App.tsx'
import { createSettings } from './settings.ts'

const root = document.getElementById('app')
if (root) render(<App settings={createSettings(window)} origin={location.origin} />, root)

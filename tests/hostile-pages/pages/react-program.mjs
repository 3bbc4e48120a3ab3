import { hydrateRoot } from 'react-dom/client'
import * as shop from './react-shop.mjs'

const script = document.currentScript
const { rendered, ...facts } = JSON.parse(new URL(script.src).searchParams.get('facts'))
const page = shop[rendered]({ ...facts, program: script.getAttribute('src') })
const tell = (what) => (error, { componentStack }) => console.error(`React ${what}: ${error} ${componentStack}`)

// Once the button is there: then a page is least what the server has sent.
customElements.whenDefined('deskbell-widget').then(() =>
  hydrateRoot(rendered === 'inBody' ? document.body : document, page, {
    onRecoverableError: tell('recovered from'),
    onCaughtError: tell('caught'),
    onUncaughtError: tell('failed'),
  }),
)

import { importFrom } from './import-from.ts'
import { load } from './load.ts'

// There is no current one in a module; and an element of the page may have its name.
const current = document.currentScript as HTMLScriptElement | null
const script = current?.src ? current : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]')
if (script) {
  const { widget, config } = script.dataset
  const bring = importFrom(script.src)
  // A second copy of the snippet, or one that a router ran again, finds the first at work and leaves (W32).
  const begin = (given = config) => window.Deskbell?.version || load(bring, new URL(script.src).origin, given)
  if (!widget || widget === 'default') begin()
  // As a module, a configuration that the server keeps needs no line in the page's policy besides (G2).
  else
    bring<{ default: string }>(`saved/${widget}.js`).then(
      (saved) => begin(saved.default),
      () => begin(console.warn('Deskbell: no widget', widget) as undefined),
    )
}

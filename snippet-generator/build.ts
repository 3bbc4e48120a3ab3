// Makes dist/site: the home page and the demo shop as they are written, the snippet generator by Vite.
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const site = join(root, 'dist', 'site')

await rm(site, { recursive: true, force: true })
await cp(join(root, 'server', 'site', 'home'), site, { recursive: true })
await cp(join(root, 'shared', 'look', 'page.css'), join(site, 'page.css'))
await cp(join(root, 'server', 'site', 'demo'), join(site, 'demo'), { recursive: true })
await build({
  configFile: false,
  root: import.meta.dirname,
  base: '/snippet-generator/',
  logLevel: 'warn',
  plugins: [preact()],
  build: {
    target: 'es2022',
    outDir: join(site, 'snippet-generator'),
    emptyOutDir: true,
    // Nothing inline: our pages are served under a policy that allows neither data: nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'preview', 'preview-frame'].map((page) => join(import.meta.dirname, `${page}.html`)),
    },
  },
})

// The preview's chat is the widget's own first file, after what makes its room.
const page = join(site, 'snippet-generator', 'preview-frame.html')
const [boot] = /<script[^>]*><\/script>/.exec(await readFile(join(root, 'dist', 'widget', 'frame.html'), 'utf8')) ?? []
if (!boot) throw new Error('Build the widget first: its frame.html names the file that the preview needs.')
await writeFile(page, (await readFile(page, 'utf8')).replace('</head>', `${boot}</head>`))

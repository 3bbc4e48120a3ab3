import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Every surface of the extension in every state, without a browser's extension API: `vite tests/gallery/extension`. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [preact()],
  resolve: { alias: { 'webextension-polyfill': here('./fake-browser.ts') } },
  define: { 'import.meta.env.FIREFOX': 'false' },
  // Known beforehand: a dependency found later makes the page reload under the reader.
  optimizeDeps: { include: ['@testing-library/preact', 'fake-indexeddb/auto', 'dexie', 'preact', '@preact/signals'] },
  server: { host: '127.0.0.1', port: 0, fs: { allow: [here('../../..')] } },
  preview: { host: '127.0.0.1', port: 0 },
  build: {
    target: 'esnext',
    outDir: here('../../results/gallery/extension'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 5_000,
    rollupOptions: { input: ['index', 'frame', 'list'].map((page) => here(`./${page}.html`)) },
  },
})

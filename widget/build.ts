import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type InlineConfig, minifySync, type Plugin, type Rolldown } from 'vite'
import { chatInOne } from './build/chat-in-one.ts'
import { dictionaryFiles, dictionaryHash, dictionaryLoader } from './build/dictionaries.ts'
import { importAgain } from './build/import-again.ts'
import mangled from './mangled.json' with { type: 'json' }

// Whoever starts this, a test run too, gets what people get.
process.env.NODE_ENV = 'production'

const here = fileURLToPath(new URL('.', import.meta.url))
/** `node widget/build.ts [folder]` */
const output = process.argv[2] ?? fileURLToPath(new URL('../dist/widget', import.meta.url))

const target = 'es2022'
/** What few sites load is a bundle of its own: what it shared with the chat would be one request more for everybody's chat. */
const apart = 'availability/follow-availability.ts'

/** Shortens our own properties, with the same short name in every file, and goes over what the bundler left once more. */
const smaller: Plugin = {
  name: 'smaller',
  // A file whose name stays is kept for ever; with other short names in it, it would not understand the new ones.
  augmentChunkHash: () => mangled.names.join(),
  generateBundle(_, bundle) {
    const cache = Object.fromEntries(mangled.names.map((name, index) => [name, `_${index.toString(36)}`]))
    const include = new RegExp(`^(${mangled.names.join('|')})$`)
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type !== 'chunk') continue
      const module = name !== 'widget.js'
      const options = { module, compress: { target }, mangle: { toplevel: true }, mangleProps: { include, cache } }
      file.code = minifySync(name, file.code, options).code
    }
  },
}

/** Settings of every part. As of 2024 browsers know light-dark(); writing it out for older ones would double each sheet. */
const shared = {
  configFile: false,
  logLevel: 'warn',
  root: here,
  plugins: [dictionaryLoader, importAgain, smaller],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const satisfies InlineConfig
const to: BuildOptions = { target, cssTarget: ['chrome123', 'firefox128', 'safari18'], outDir: output }

const availability = await buildModule('availability', apart, { emptyOutDir: true })
await writeFile(
  `${output}/frame.html`,
  // Nothing in it stands on its spaces.
  (await readFile(`${here}frame.html`, 'utf8')).replaceAll(/\n\s*/g, '').replace('BOOT', await buildFrame()),
)
await copyFile(`${here}deskbell.d.ts`, `${output}/widget.d.ts`)
await buildDictionaries()
await buildLoader({
  PANEL: await buildModule('panel', 'panel/open-panel.ts', { emptyOutDir: false }),
  CALLS: await buildModule('api', 'api/answer-calls.ts', { emptyOutDir: false }),
  CHANNELS: await buildModule('channels', 'channels/offer-channels.ts', { emptyOutDir: false }),
})

/**
 * The chat's document: boot at once, chat when it is opened, dictionaries as needed; hashed, so that they can be kept for ever.
 * As a library, since an application would put Vite's preloader before each lazy part (0.8 kB). Gives the first file's name.
 */
function buildFrame(): Promise<string> {
  const isApart = (id: string) => id.endsWith(apart)
  return buildModule('boot', 'boot/main.ts', {
    emptyOutDir: false,
    external: isApart,
    paths: (id) => (isApart(id) ? `./${availability}` : id),
  })
}

async function buildDictionaries() {
  const output = { entryFileNames: `assets/[name]-${dictionaryHash}.js`, minify: true }
  const lib = { entry: dictionaryFiles, formats: ['es' as const] }
  await build({ ...shared, build: { ...to, emptyOutDir: false, lib, rolldownOptions: { output } } })
}

interface ModuleOptions {
  readonly emptyOutDir: boolean
  readonly external?: (id: string) => boolean
  readonly paths?: (id: string) => string
}

/** Gives the name of the first file. */
async function buildModule(
  name: string,
  path: string,
  { emptyOutDir, external = () => false, paths = (id) => id }: ModuleOptions,
) {
  const built = await build({
    ...shared,
    build: {
      ...to,
      emptyOutDir,
      lib: { entry: { [name]: here + path }, formats: ['es'] },
      rolldownOptions: {
        external,
        output: {
          paths,
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          minify: true,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'chat', name: chatInOne(`${here}boot/main.ts`, `${here}chat/open-chat.tsx`) }],
          },
        },
        // The contract's schemas are the server's; without this, its names would bring their validator along.
        preserveEntrySignatures: 'allow-extension',
        treeshake: { propertyReadSideEffects: false, manualPureFunctions: ['v', 'Object'] },
      },
    },
  })
  const [bundle] = built as Rolldown.RolldownOutput[]
  const entry = bundle?.output.find((file) => file.type === 'chunk' && file.isEntry)
  if (!entry) throw new Error(`The build of ${name} gave no first file.`)
  return entry.fileName
}

/** The loader by itself: together with the others it would import what both use, one request more on every page. */
async function buildLoader(names: Record<string, string>) {
  await build({
    ...shared,
    define: Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)])),
    build: {
      ...to,
      emptyOutDir: false,
      lib: { entry: `${here}loader/main.ts`, formats: ['iife'], name: 'unused', fileName: () => 'widget.js' },
    },
  })
}

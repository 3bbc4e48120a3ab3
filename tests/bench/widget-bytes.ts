import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from '../support/server.ts'
import type { Figure, Measurement } from './figure.ts'

const folder = join(root, 'dist/widget')

/** Bytes that a visitor's browser loads: at first, in the background, and to the first message. Each file is compressed by itself. */
export const widgetBytes: Measurement = {
  name: 'Bytes of the widget',
  async measure() {
    if (!existsSync(folder)) throw new Error('dist/widget is not built.')
    const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`)
    const starting = (name: string) => assets.filter((path) => path.startsWith(`assets/${name}-`))
    const boot = [...starting('panel'), 'frame.html', ...starting('boot')]
    return [
      ...sizes('loader', ['widget.js'], { atMost: 3_000, aim: 2_000 }),
      ...sizes('in the background of a returning visitor', boot, { atMost: 7_350, aim: 3_000 }),
      ...sizes('all code to the first message, in English', ['widget.js', ...boot, ...starting('open-chat')], {
        atMost: 25_000,
        aim: 15_000,
      }),
    ]
  },
}

function sizes(name: string, files: readonly string[], bounds: Pick<Figure, 'atMost' | 'aim'>): Figure[] {
  const contents = files.map((file) => readFileSync(join(folder, file)))
  const total = (compressed: (content: Buffer) => Buffer) =>
    contents.reduce((sum, content) => sum + compressed(content).byteLength, 0)
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return [
    { name: `${name}, gzip`, value: total((content) => gzipSync(content, { level: 9 })), unit: 'B', ...bounds },
    { name: `${name}, brotli`, value: total((content) => brotliCompressSync(content, best)), unit: 'B' },
  ]
}

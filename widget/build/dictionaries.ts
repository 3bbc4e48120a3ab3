import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { languages } from '#shared/i18n/languages.ts'

const folder = fileURLToPath(new URL('../../shared/i18n/widget/', import.meta.url))
const codes = Object.keys(languages).filter((code) => code !== 'en')

/** The file of each language that is fetched, by the name it is built under. */
export const dictionaryFiles = Object.fromEntries(codes.map((code) => [code, `${folder}${code}.ts`]))

/** One for all of them, so that their addresses differ by the language alone: fourteen hashes would cost every chat 208 bytes. */
export const dictionaryHash = createHash('sha256')
  .update(codes.map((code) => readFileSync(`${folder}${code}.ts`, 'utf8')).join('\n'))
  .digest('hex')
  .slice(0, 8)

/** Stands in for load.ts, which does the same with a line for each language. */
export const dictionaryLoader: Plugin = {
  name: 'dictionary-loader',
  load: (id) =>
    id.endsWith('/shared/i18n/widget/load.ts')
      ? `import { en } from './en.ts'
         const load = (code) => [code, async () => (await import(/* @vite-ignore */ './' + code + '-${dictionaryHash}.js'))[code]]
         export const widgetDictionaries = { ...Object.fromEntries('${codes.join()}'.split(',').map(load)), en: async () => en }`
      : null,
}

import type { Plugin } from 'vite'

/**
 * What boot cannot load makes the page begin the frame anew, with a memory of its own; and without what dresses the channels their
 * list is plain until the next page.
 */
const chat = /\/open-(chat|conversation)-/

const bring =
  'const $tries={};function $bring(file){return import(file+($tries[file]??"")).catch(error=>{$tries[file]="?"+Date.now();throw error})}'

/**
 * Lets lazy parts be asked for again. Firefox remembers for an address, as long as a document lives, that it could not be loaded
 * once; after such a failure the same file goes by another address. Refuses a file that others import as well: there would be two.
 */
export const importAgain: Plugin = {
  name: 'import-again',
  augmentChunkHash: () => bring,
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk')
    const imported = new Set(files.flatMap((file) => file.imports))
    for (const file of files.filter(({ fileName }) => chat.test(fileName))) {
      const twice = file.dynamicImports.find((part) => imported.has(part))
      if (twice) throw new Error(`${twice} comes lazily and is imported as well.`)
      file.code = file.code.replaceAll(/\bimport\(/g, '$bring(') + bring
    }
  },
}

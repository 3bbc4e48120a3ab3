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
 * once; after such a failure the same file goes by another address. No file that comes this way is imported by others as well.
 */
export const importAgain: Plugin = {
  name: 'import-again',
  augmentChunkHash: () => bring,
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && chat.test(file.fileName))
        file.code = file.code.replaceAll(/\bimport\(/g, '$bring(') + bring
  },
}

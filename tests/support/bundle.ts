import { build } from 'vite'
import { root } from './server.ts'

/**
 * A module and all that it imports as one script for a page, as Vite makes it while a site is being developed: frameworks say
 * what they have to complain about. Packages are those of this project.
 * @param entry a file's path
 */
export async function bundle(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    root,
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })
  if (!Array.isArray(made) && 'output' in made)
    for (const file of made.output) if (file.type === 'chunk' && file.isEntry) return file.code
  throw new Error(`Vite made no script of ${entry}.`)
}

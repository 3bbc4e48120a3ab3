import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/server.ts'

/** The folder of the built extension. Refuses when it was not built. */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const folder = join(root, 'dist/extension', `${browser}-mv3`)
  if (existsSync(join(folder, 'manifest.json'))) return folder
  throw new Error(`${folder} is not built. \`npm test\` builds it; or run \`wxt build -b ${browser}\`.`)
}

import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../support/server.ts'

/** A copy of the built extension in a folder of its own: a build while the tests run must not change it. */
export async function copyOfExtension(browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `deskbell-${browser}-`))
  try {
    await cp(join(root, 'dist/extension', `${browser}-mv3`), folder, { recursive: true })
  } catch (cause) {
    throw new Error(
      `The extension for ${browser} is not built. \`npm test\` builds it; or run \`wxt build -b ${browser}\`.`,
      { cause },
    )
  }
  return folder
}

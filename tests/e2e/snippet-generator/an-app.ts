import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../support/bundle.ts'
import { root } from '../../support/server.ts'

/**
 * The program of an app that somebody has, as their bundler makes it of their files. Packages are those of this project.
 * @param files by name; the first is where the app starts
 */
export async function anApp(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-app-'))
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    return await bundle(join(folder, Object.keys(files)[0] ?? ''))
  } finally {
    await rm(folder, { recursive: true })
  }
}

import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildWhatIsStale } from '../../scripts/build.mjs'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'deskbell-build-'))
  await mkdir(join(root, 'part/inner'), { recursive: true })
  await writeFile(join(root, 'part/inner/source.ts'), 'one')
  // Leaves one line for each time it ran.
  await writeFile(
    join(root, 'part/build.mjs'),
    "import fs from 'node:fs'\nfs.mkdirSync('dist/part', { recursive: true })\nfs.appendFileSync('dist/part/runs', '.')\n",
  )
})

afterEach(() => rm(root, { recursive: true, force: true }))

test('builds once, and not again while the sources say the same', async () => {
  await build()
  await utimes(join(root, 'part/inner/source.ts'), new Date(), new Date())
  await build()
  expect(await runs()).toBe(1)
})

test('builds again when a source changed, came, or went', async () => {
  await build()
  await writeFile(join(root, 'part/inner/source.ts'), 'two')
  await build()
  await writeFile(join(root, 'part/inner/another.ts'), '')
  await build()
  await rm(join(root, 'part/inner/another.ts'))
  await build()
  expect(await runs()).toBe(4)
})

test('builds again when the output was deleted', async () => {
  await build()
  await rm(join(root, 'dist/part'), { recursive: true })
  await build()
  expect(await runs()).toBe(1)
})

test('a build that fails says why and is tried again by the next run', async () => {
  await writeFile(join(root, 'part/build.mjs'), "throw new Error('no such colour')")
  await expect(build()).rejects.toThrow(/Building the part failed[\s\S]*no such colour/)
  await expect(build()).rejects.toThrow('no such colour')
})

test('a build that ends well without its output is a failure', async () => {
  await writeFile(join(root, 'part/build.mjs'), '')
  await expect(build()).rejects.toThrow('did not make dist/part')
})

test('a part whose build script is missing is a failure, not silence', async () => {
  await rm(join(root, 'part/build.mjs'))
  await expect(build()).rejects.toThrow('part/build.mjs is missing')
})

async function build(): Promise<void> {
  const part = {
    name: 'part',
    script: 'part/build.mjs',
    inputs: ['part', 'absent'],
    command: ['node', 'part/build.mjs'],
    outputs: ['dist/part'],
  }
  await buildWhatIsStale(() => undefined, [[part]], root)
}

async function runs(): Promise<number> {
  return (await readFile(join(root, 'dist/part/runs'), 'utf8')).length
}

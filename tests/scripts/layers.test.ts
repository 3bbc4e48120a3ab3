import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Planted = { file: string; code: string; says: RegExp }

const violations: Planted[] = [
  { file: 'shared/contract/a.ts', code: "import '../../server/store/tables.ts'", says: /shared\/ is imported by all/ },
  { file: 'shared/client/a.ts', code: "import '../../widget/boot.ts'", says: /shared\/ is imported by all/ },
  { file: 'shared/client/b.ts', code: "import '../../extension/ui/Button.tsx'", says: /shared\/ is imported by all/ },
  { file: 'shared/contract/b.ts', code: "import 'node:fs'", says: /no Node/ },
  { file: 'shared/client/c.ts', code: "import 'hono'", says: /no server package/ },
  { file: 'shared/client/d.ts', code: "import 'dexie'", says: /no browser and no view package/ },
  { file: 'shared/domain/chat/a.ts', code: "import '../../client/outbox.ts'", says: /The domain is pure/ },
  { file: 'shared/domain/chat/b.ts', code: "import '#shared/client/outbox.ts'", says: /The domain is pure/ },
  { file: 'server/domain/chats/a.ts', code: "import '../../store/tables.ts'", says: /The domain is pure/ },
  { file: 'server/domain/chats/b.ts', code: "import 'node:crypto'", says: /The domain is pure/ },
  { file: 'server/domain/chats/c.ts', code: "import 'kysely'", says: /The domain is pure/ },
  { file: 'server/http/a.ts', code: "import '../../extension/core/a.ts'", says: /only through the contract/ },
  { file: 'server/http/b.ts', code: "import '../main.ts'", says: /main.ts wires the parts/ },
  { file: 'server/store/a.ts', code: "import '../features/chats/handle.ts'", says: /store\/ keeps tables/ },
  { file: 'server/log/a.ts', code: "import '../realtime/publisher.ts'", says: /log\/ stores events/ },
  { file: 'server/features/chats/a.ts', code: "import 'hono'", says: /belong in server\/http/ },
  { file: 'extension/ui/a.ts', code: "import '../../server/http/serve.ts'", says: /only through the contract/ },
  { file: 'extension/ui/b.ts', code: "import '../../widget/boot.ts'", says: /do not know each other/ },
  { file: 'extension/ui/c.ts', code: "import 'webextension-polyfill'", says: /Only extension\/platform/ },
  { file: 'extension/background/a.ts', code: "import 'wxt/browser'", says: /Only extension\/platform/ },
  { file: 'extension/background/b.ts', code: 'chrome.action.openPopup()', says: /Only extension\/platform/ },
  { file: 'widget/a.ts', code: "import '../server/main.ts'", says: /only through the contract/ },
  { file: 'widget/chat/b.ts', code: "import '../../extension/ui/Button.tsx'", says: /do not know each other/ },
  { file: 'widget/c.ts', code: "export const load = () => import('node:fs')", says: /no Node/ },
  {
    file: 'snippet-generator/a.ts',
    code: "export * from '../server/http/serve.ts'",
    says: /only through the contract/,
  },
]

const allowed = [
  { file: 'shared/contract/fine.ts', code: "import 'valibot'\nimport '#shared/contract/events.ts'" },
  { file: 'shared/domain/chat/fine.ts', code: "import '#shared/contract/events.ts'\nimport './chat.ts'" },
  { file: 'server/domain/chats/fine.ts', code: "import '#shared/domain/chat/chat.ts'" },
  { file: 'server/main.ts', code: "import './http/serve.ts'\nimport './store/open.ts'\nimport 'hono'" },
  { file: 'server/store/fine.ts', code: "import 'kysely'\nimport 'node:sqlite'" },
  { file: 'extension/platform/fine.ts', code: "import 'webextension-polyfill'" },
  { file: 'extension/background/fine.ts', code: "import '#shared/client/outbox.ts'\nimport 'dexie'" },
  { file: 'widget/build.ts', code: "import 'node:fs'\nimport 'vite'" },
  { file: 'widget/chat/fine.ts', code: "import '#shared/client/outbox.ts'\nimport 'preact'" },
]

describe('the layers of DESIGN.md §3, as Biome reports them', () => {
  let folder = ''
  let reports: { file: string; message: string }[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskbell-layers-'))
    await cp('biome.json', join(folder, 'biome.json'))
    await cp('.gitignore', join(folder, '.gitignore'))
    for (const { file, code } of [...violations, ...allowed]) await plant(join(folder, file), code)
    reports = lint(folder)
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(violations)('$file may not say: $code', ({ file, says }) => {
    expect(messagesFor(file)).toContainEqual(expect.stringMatching(says))
  })

  test.each(allowed)('$file may import what its layer needs', ({ file }) => {
    expect(messagesFor(file)).toEqual([])
  })

  const messagesFor = (file: string) => reports.filter((report) => report.file === file).map(({ message }) => message)
})

async function plant(path: string, code: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${code}\n`)
}

/** Biome's report as people read it: for each diagnostic a heading with the file, then what is wrong and our advice. */
function lint(folder: string): { file: string; message: string }[] {
  const rules = ['style/noRestrictedImports', 'style/noRestrictedGlobals'].map((rule) => `--only=${rule}`)
  const args = ['lint', ...rules, '--max-diagnostics=500', '--colors=off', '.']
  const { stderr } = spawnSync(join(process.cwd(), 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' })
  return stderr
    .split(/^(?=\S+:\d+:\d+ lint\/)/m)
    .map((message) => ({ file: message.slice(0, message.indexOf(':')), message }))
}

import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What TypeScript says of a page's scripts beside the file that is served as /widget.d.ts: `name(line)` of each mistake. */
async function mistakesIn(scripts: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-types-'))
  await copyFile(join(root, 'widget/deskbell.d.ts'), join(folder, 'widget.d.ts'))
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text)
  const compilerOptions = {
    strict: true,
    noEmit: true,
    checkJs: true,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
  const output = await new Promise<string>((resolve) => {
    execFile(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], (_, out) => resolve(out))
  })
  await rm(folder, { recursive: true })
  return [...output.matchAll(/([\w.-]+)\((\d+),\d+\): error/g)].map(([, name, line]) => `${name}(${line})`)
}

const right = `
window.Deskbell = window.Deskbell || function () { (Deskbell.q = Deskbell.q || []).push(arguments) }
for (const verb of ['open', 'close', 'toggle', 'show', 'hide', 'end', 'shutdown'] as const) Deskbell(verb)
Deskbell('start')
Deskbell('start', 'Where is my parcel?')
Deskbell('language', 'pt-BR')
Deskbell('identify', {})
Deskbell('identify', { name: 'Mia', email: 'mia@example.com', phone: '+4560123456', plan: 'gold', orders: 3, vip: true, since: null })
Deskbell('identify', { token: 'eyJ.eyJ.sig' })
Deskbell('identify', { id: 17, hash: '00ff', name: 'Mia', plan: 'gold' })
Deskbell('fields', { plan: 'gold', orders: 3, vip: false, since: null })
const count = (of: { readonly count: number }) => { document.title = String(of.count.toFixed()) }
Deskbell('on', 'unread', count)
Deskbell('off', 'unread', count)
Deskbell('on', 'ready', () => {})
Deskbell('on', 'message', ({ from, text }) => alert(from.trim() + text.trim()))
Deskbell('on', 'started', ({ chatId }) => localStorage.setItem('chat', chatId))
Deskbell('on', 'ended', ({ chatId }) => localStorage.removeItem(chatId))
if (window.Deskbell?.version) window.Deskbell('open')
`

/** One mistake in each line. */
const wrong = `Deskbell()
Deskbell('opne')
Deskbell('start', 5)
Deskbell('language')
Deskbell('language', ['de'])
Deskbell('identify', 'Mia')
Deskbell('identify', { name: 5 })
Deskbell('identify', { address: { street: 'Main' } })
Deskbell('identify', { id: 17, hash: 255 })
Deskbell('identify', { token: 'a.b.c', hash: '00ff' })
Deskbell('fields')
Deskbell('fields', { tags: ['a'] })
Deskbell('on', 'opend', () => {})
Deskbell('on', 'opened')
Deskbell('on', 'unread', (of: string) => of)
Deskbell('on', 'message', ({ html }) => html)
Deskbell('off', 'unread')
Deskbell('open').then(() => {})
Deskbell.version = '2'`

it('W33: the published types take every call that there is, and no other', async () => {
  const docs = await readFile(join(root, 'docs/javascript-api.md'), 'utf8')
  const examples = [...docs.matchAll(/```(js|ts)\n(.*?)```/gs)].map(
    // A script of its own each, as it would be on a page.
    ([, kind, text], index) => [`example-${index}.${kind}`, `export {}\n${text}`] as const,
  )
  expect(examples.length).toBeGreaterThan(4)
  const found = await mistakesIn({ 'right.ts': right, 'wrong.ts': wrong, ...Object.fromEntries(examples) })
  expect(found.toSorted()).toEqual(
    wrong
      .split('\n')
      .map((_, index) => `wrong.ts(${index + 1})`)
      .toSorted(),
  )
})

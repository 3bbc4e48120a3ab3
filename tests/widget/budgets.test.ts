import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#shared/i18n/languages.ts'
import budgets from '../../widget/budgets.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

describe('the widget’s weight', () => {
  let sizes: Map<string, number>
  beforeAll(async () => {
    // In a folder of its own: other tests may be serving dist/ just now.
    const built = await mkdtemp(join(tmpdir(), 'deskbell-widget-'))
    await promisify(execFile)(join(root, 'node_modules/node/bin/node'), ['widget/build.ts', built], { cwd: root })
    const files = (await readdir(built, { recursive: true })).filter((name) => /\.(js|html)$/.test(name))
    sizes = new Map(
      await Promise.all(
        files.map(async (name) => [name, gzipSync(await readFile(join(built, name)), { level: 9 }).length] as const),
      ),
    )
    await rm(built, { recursive: true })
  }, 120_000)
  const of = (pattern: RegExp) => {
    const found = [...sizes].filter(([name]) => pattern.test(name))
    expect(found, String(pattern)).toHaveLength(1)
    return found[0]?.[1] ?? Number.NaN
  }
  const loader = () => of(/^widget\.js$/)
  const background = () => of(/panel-/) + of(/boot-/) + of(/^frame\.html$/)

  it(`W31: a page loads one file of at most ${budgets.loader.gzip} bytes`, () =>
    expect(loader()).toBeLessThanOrEqual(budgets.loader.gzip))

  it(`an open chat behind a shut panel takes at most ${budgets.background.gzip} bytes`, () =>
    expect(background()).toBeLessThanOrEqual(budgets.background.gzip))

  it(`all code until the first message can be sent takes at most ${budgets.chat.gzip} bytes`, () =>
    expect(loader() + of(/panel-/) + of(/boot-/) + of(/open-chat-/)).toBeLessThanOrEqual(budgets.chat.gzip))

  it(`what shows a conversation takes at most ${budgets.conversation.gzip} bytes, and comes while the visitor writes`, () =>
    expect(of(/open-conversation-/)).toBeLessThanOrEqual(budgets.conversation.gzip))

  it(`what comes with waiting is apart, and takes at most ${budgets.waiting.gzip} bytes`, () =>
    expect(of(/open-waiting-/)).toBeLessThanOrEqual(budgets.waiting.gzip))

  it(`what beginning takes besides is apart, and takes at most ${budgets.beginning.gzip} bytes`, () =>
    expect(of(/open-beginning-/)).toBeLessThanOrEqual(budgets.beginning.gzip))

  it(`W5: following whether anybody can answer takes at most ${budgets.availability.gzip} bytes, and nothing of the chat`, () =>
    expect(of(/availability-/)).toBeLessThanOrEqual(budgets.availability.gzip))

  it(`W1: a page with channels of its own loads at most ${budgets.channels.gzip} bytes besides`, () =>
    expect(of(/assets\/channels-/)).toBeLessThanOrEqual(budgets.channels.gzip))

  it(`W1: the list’s icons, and its words in every language, take at most ${budgets.list.gzip} bytes`, () =>
    expect(of(/dress-channels-/)).toBeLessThanOrEqual(budgets.list.gzip))

  it(`W33: what answers a page’s calls takes at most ${budgets.api.gzip} bytes`, () =>
    expect(of(/assets\/api-/)).toBeLessThanOrEqual(budgets.api.gzip))

  it.each(['history', 'privacy'] as const)('what comes for %s is apart, and bounded', (part) =>
    expect(of(new RegExp(`open-${part}-`))).toBeLessThanOrEqual(budgets[part].gzip),
  )

  it('opening the chat loads one file of code', () =>
    expect(
      [...sizes.keys()].filter(
        (name) =>
          !/assets\/(boot|panel|open-\w+|api|channels|dress-channels|denied|availability|EmojiPicker|\w\w)-|^(widget.js|frame.html)$/.test(
            name,
          ),
      ),
    ).toEqual([]))

  const foreign = Object.keys(languages).filter((code) => code !== 'en')
  it.each(foreign)(
    `W30: %s comes by itself, only when it is wanted, and takes at most ${budgets.dictionary.gzip} bytes`,
    (code) => expect(of(new RegExp(`assets/${code}-`))).toBeLessThanOrEqual(budgets.dictionary.gzip),
  )
})

import { describe, expect, it } from 'vitest'
import { api } from '#shared/contract/api.ts'
import { ChatEvent } from '#shared/contract/events.ts'
import { Hint, Signal } from '#shared/contract/signals.ts'
import { languages } from '#shared/i18n/languages.ts'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import mangled from '../../widget/mangled.json' with { type: 'json' }
import { toFrame } from '../../widget/protocol.ts'

const texts = import.meta.glob('../../shared/i18n/widget/*.ts', { eager: true })
/** Also what is loaded later: there a name is asked of the file itself. */
const files = import.meta.glob(
  ['../../widget/{boot,chat,waiting,beginning,availability,privacy}/**/*.{ts,tsx}', '!**/main.ts'],
  { eager: true },
)

const sources = import.meta.glob('../../widget/**/*.tsx', { eager: true, query: '?raw', import: 'default' })

/** Every key in a value, however deep: of schemas, what they describe. */
function keysIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (value === null || typeof value !== 'object' || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner, seen)])
}

/** The names of everything that a browser gives a script. */
function namesOfTheBrowser(): string[] {
  const found = new Set<string>()
  for (const global of Object.getOwnPropertyNames(globalThis)) {
    found.add(global)
    const { prototype } = Object((globalThis as Record<string, unknown>)[global])
    for (const owner of [Object((globalThis as Record<string, unknown>)[global]), prototype])
      if (owner) for (const name of Object.getOwnPropertyNames(owner)) found.add(name)
  }
  return [...found]
}

describe('W31: names that the build shortens are nobody else’s', () => {
  const { names } = mangled

  it.each<[string, readonly string[]]>([
    ['the contract', keysIn([Object.values(api), ChatEvent, Signal, Hint])],
    ['the texts', keysIn(texts)],
    ['what files give', Object.values(files).flatMap((file) => Object.keys(file as object))],
    ['the languages', Object.keys(languages)],
    ['the owner’s settings', Object.keys(frameDefaults)],
    [
      'what page and frame say',
      [...Object.keys(toFrame), 'ready', 'close', 'fail', 'expand', 'state', 'reply', 'available', 'event'],
    ],
    ['the browser', namesOfTheBrowser()],
    [
      'what is kept',
      ['session', 'visitor', 'realtime', 'token', 'seq', 'command', 'refusal', 'attempts', 'nextTryAt', 'order'],
    ],
  ])('not of %s', (_, taken) => {
    expect(taken.length).toBeGreaterThan(4)
    expect(names.filter((name) => taken.includes(name))).toEqual([])
  })

  it('are no handlers of elements, which the browser would be asked for by another name', () => {
    const handlers = Object.values(sources).flatMap((source) => [...`${source}`.matchAll(/\s(on[A-Z]\w*)=/g)])
    expect(handlers.length).toBeGreaterThan(10)
    expect(handlers.map(([, name = '']) => name).filter((name) => names.includes(name))).toEqual([])
  })

  it('are none that the loader asks the panel for by its name', () => {
    const loader = import.meta.glob('../../widget/loader/*.ts', { eager: true, query: '?raw', import: 'default' })
    const asked = Object.values(loader).flatMap((source) => [...`${source}`.matchAll(/\blater\('(\w+)'/g)])
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.map(([, name = '']) => name).filter((name) => names.includes(name))).toEqual([])
  })

  it('are each there once', () => expect(names).toEqual([...new Set(names)]))
})

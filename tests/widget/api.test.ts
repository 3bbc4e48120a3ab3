import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Emit } from '../../widget/api/create-events.ts'
import type { Deskbell } from '../../widget/deskbell.d.ts'
import { awaitCalls } from '../../widget/loader/await-calls.ts'
import { chatting, openHere } from '../../widget/loader/flags.ts'
import { aPage, call, page } from './page-of-calls.ts'

beforeEach(() => {
  page.Deskbell = undefined
})
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
  sessionStorage.clear()
})

describe('W33: calls', () => {
  it('that were made before the script had loaded are answered first, in their order', async () => {
    const stub = (...values: unknown[]) => void page.Deskbell?.q?.push(values)
    page.Deskbell = Object.assign(stub, { q: [] }) as Deskbell
    stub('identify', { name: 'Mia' })
    stub('open')
    const { answer, done, facts } = aPage()
    const bring = vi.fn(async () => {})
    expect(awaitCalls(bring)).toBe(2)
    call('fields', { plan: 'gold' })
    stub('close')
    expect(bring).toHaveBeenCalledTimes(2)
    answer()
    expect(done).toEqual([['open'], ['pass', 'fields'], ['close']])
    expect(facts).toEqual({ identify: '{"name":"Mia"}', fields: '{"plan":"gold"}' })
    stub('toggle')
    expect(done.at(-1)).toEqual(['toggle'])
  })

  it('bring nothing where none was made, and what answers them with the first', () => {
    const bring = vi.fn(async () => {})
    expect(awaitCalls(bring)).toBe(0)
    expect(bring).not.toHaveBeenCalled()
    call('hide')
    expect(bring).toHaveBeenCalledOnce()
  })

  it('say who the visitor is without beginning anything: the last identify, and all fields', () => {
    const { answer, done, facts } = aPage()
    answer()
    call('identify', { name: 'Mia', plan: 'gold' })
    call('identify', { token: 'a.b.c' })
    call('fields', { plan: 'gold', orders: 3 })
    call('fields', { orders: 4, vip: true })
    expect(facts).toEqual({ identify: '{"token":"a.b.c"}', fields: '{"plan":"gold","orders":4,"vip":true}' })
    expect(done).toEqual([])
  })

  it('hide, show, and change the language, of the panel too where there is one', () => {
    const { answer, done, hostElement, state } = aPage({ panel: true })
    answer()
    call('hide')
    expect([hostElement.hidden, state.off]).toEqual([true, false])
    call('show')
    expect(hostElement.hidden).toBe(false)
    call('language', ' de ')
    expect(state.language).toBe('de')
    expect(done).toEqual([['goOn'], ['speak'], ['translate']])
  })

  it('forget what was said, and hide, until the page wants the widget again', () => {
    const { answer, done, told, hostElement, state, facts } = aPage({ panel: true })
    answer()
    openHere('1')
    call('identify', { name: 'Mia' })
    call('shutdown')
    expect(facts).toEqual({ identify: '', fields: '' })
    expect([state.off, hostElement.hidden, openHere(), chatting()]).toEqual([true, true, null, 'x'])
    call('end')
    expect(done).toEqual([['pass', 'identify'], ['shutdown']])
    expect(told).toHaveBeenCalledExactlyOnceWith('Deskbell: "end" finds no chat on this page. Nothing was done.')
    call('start', ' Hello ')
    expect([state.off, hostElement.hidden]).toEqual([false, false])
    expect(done.at(-1)).toEqual(['start', 'Hello'])
  })

  it('shut nothing down where nobody ever acted', () => {
    const { answer, done } = aPage()
    answer()
    call('shutdown')
    expect([done, localStorage.length, sessionStorage.length]).toEqual([[], 0, 0])
  })

  it('to forget are remembered where the page is left before they are answered', () => {
    chatting('1')
    awaitCalls(async () => {})
    call('shutdown')
    expect(chatting()).toBe('x')
  })
})

describe('W33: a wrong call', () => {
  it.each<[unknown[], string]>([
    [[], 'a call begins with a verb such as "open"'],
    [[{}], 'a call begins with a verb such as "open"'],
    [['opne'], 'there is no "opne"'],
    [['toString'], 'there is no "toString"'],
    [['__proto__'], 'there is no "__proto__"'],
    [['eyJhbGciOiJIUzI1NiJ9.e30.secret'], 'a call begins with a verb such as "open"'],
    [['start', 5], '"start" takes a text, not number'],
    [['start', null], '"start" takes a text, not null'],
    [['language'], '"language" takes a language\'s tag such as "de", not undefined'],
    [['language', ['de']], '"language" takes a language\'s tag such as "de", not list'],
    [['identify', 'secret'], '"identify" takes an object such as { name: "Mia" }, not string'],
    [['identify', ['secret']], '"identify" takes an object such as { name: "Mia" }, not list'],
    [['fields', null], '"fields" takes an object such as { name: "Mia" }, not null'],
    [['fields', { plan: 'secret', tags: ['secret'] }], '"fields" takes texts, numbers, true and false: "tags" is list'],
    [['on', 'opend', () => {}], '"on" takes one of the events ready, opened, closed, started, message, unread, ended'],
    [['on', 'opened'], '"on" takes a function for "opened", not undefined'],
    [['off', 'opened', 'secret'], '"off" takes a function for "opened", not string'],
    [['end'], '"end" finds no chat on this page'],
  ])('changes nothing, and is told in one line without what the page gave: %j', (values, why) => {
    const { answer, done, told, facts } = aPage()
    answer()
    expect(call(...values)).toBeUndefined()
    expect(told.mock.calls).toEqual([[`Deskbell: ${why}. Nothing was done.`]])
    expect([done, facts]).toEqual([[], { identify: '', fields: '' }])
  })

  const verbs = 'open close toggle show hide end start identify fields language on off shutdown'.split(' ')
  const events = 'ready opened closed started message unread ended'.split(' ')
  const values = fc.array(fc.oneof(fc.anything({ withBigInt: true, withDate: true }), fc.constantFrom(...events)), {
    maxLength: 3,
  })
  const calls = fc.oneof(
    fc.anything(),
    values,
    fc.tuple(fc.constantFrom(...verbs), values).map(([verb, rest]) => [verb, ...rest]),
  )

  it('throws never, whatever it is and whether it waited, and is told in at most one line', () => {
    fc.assert(
      fc.property(fc.array(calls, { maxLength: 5 }), (many) => {
        page.Deskbell = { q: many } as unknown as Deskbell
        const { answer, told } = aPage()
        told.mockClear()
        awaitCalls(async () => {})
        for (const one of many) page.Deskbell?.q?.push(one)
        answer()
        for (const one of many) page.Deskbell?.q?.push(one)
        expect(told.mock.calls.length).toBeLessThanOrEqual(3 * many.length)
        for (const line of told.mock.calls)
          expect(line).toEqual([expect.stringMatching(/^Deskbell: .* Nothing was done\.$/s)])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('W33: listeners', () => {
  const listening = () => {
    const { answer } = aPage()
    return answer() as Emit
  }

  it('are told, and not any more once they are off', async () => {
    const emit = listening()
    const [heard, left] = [vi.fn(), vi.fn()]
    call('on', 'unread', heard)
    call('on', 'unread', left)
    call('off', 'unread', left)
    emit('unread', { count: 2 })
    emit('opened')
    await Promise.resolve()
    expect(heard).toHaveBeenCalledExactlyOnceWith({ count: 2 })
    expect(left).not.toHaveBeenCalled()
  })

  it('that throw stop no other, and a late one is told that the widget is ready', async () => {
    const emit = listening()
    const thrown: unknown[] = []
    const queue = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
      try {
        task()
      } catch (error) {
        thrown.push(error)
      }
    })
    const heard = vi.fn()
    call('on', 'opened', () => {
      throw new Error('of the page')
    })
    call('on', 'opened', heard)
    emit('opened')
    const late = vi.fn()
    call('on', 'ready', late)
    expect([heard.mock.calls.length, late.mock.calls.length, thrown.length, queue.mock.calls.length]).toEqual([
      1, 1, 1, 3,
    ])
  })
})

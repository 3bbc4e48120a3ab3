import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Page } from '#shared/contract/events.ts'
import { createPresence } from '../../widget/boot/presence.ts'
import type { Session, Sessions } from '../../widget/boot/session.ts'
import { vera } from './chat-world.tsx'

const minute = 60_000
const leaves: (() => void)[] = []

/** A tab of a visitor who is known, or not yet. */
function aTab({ known = true } = {}) {
  const reportVisit = vi.fn(async (_: { body: { state: string; page: Page; visitId: string } }, __?: object) => ({}))
  const world = {
    page: { url: 'http://shop.test/', title: 'Shop' },
    session: (known ? { visitor: vera, realtime: { key: 'k' }, token: null } : null) as Session | null,
  }
  const presence = createPresence({
    sessions: { api: { reportVisit }, current: () => world.session } as unknown as Sessions,
    page: () => world.page,
    referrer: 'http://search.test/',
    changed: () => presence.follow(),
    onRefusal: () => {},
  })
  leaves.push(presence.leave)
  presence.follow()
  const told = () => reportVisit.mock.calls.map(([{ body }]) => `${body.state} ${body.page.url}`)
  return { world, presence, reportVisit, told }
}

describe('P3: a tab tells that its visitor is there', () => {
  beforeEach(() => {
    sessionStorage.clear()
    vi.useFakeTimers()
  })
  afterEach(() => {
    for (const leave of leaves.splice(0)) leave()
    vi.useRealTimers()
  })

  it('at once, where they are and came from, and again before the server takes it for gone', async () => {
    const { presence, reportVisit, told } = aTab()
    expect(reportVisit.mock.calls[0]).toEqual([
      {
        body: {
          visitId: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
          page: { url: 'http://shop.test/', title: 'Shop' },
          referrer: 'http://search.test/',
          state: 'active',
          language: navigator.language,
        },
      },
      { keepalive: false },
    ])
    presence.follow()
    expect(told()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(minute)
    expect(told()).toHaveLength(3)
  })

  it('at once on another page', () => {
    const { world, presence, told } = aTab()
    world.page = { url: 'http://shop.test/kettles', title: 'Kettles' }
    presence.follow()
    expect(told()).toEqual(['active http://shop.test/', 'active http://shop.test/kettles'])
  })

  it('as away after five minutes without a sign of life, and as active at the next', async () => {
    const { presence, told } = aTab()
    await vi.advanceTimersByTimeAsync(4.5 * minute)
    expect(told().at(-1)).toBe('active http://shop.test/')
    await vi.advanceTimersByTimeAsync(minute)
    expect(told().at(-1)).toBe('away http://shop.test/')
    const before = told().length
    presence.live()
    expect(told().at(-1)).toBe('active http://shop.test/')
    presence.live()
    expect(told()).toHaveLength(before + 1)
  })

  it('as gone when the page is left, also by a request that outlives it, and as there when it comes back', async () => {
    const { reportVisit, told } = aTab()
    dispatchEvent(new Event('pagehide'))
    expect(reportVisit.mock.lastCall?.[0].body.state).toBe('gone')
    expect(reportVisit.mock.lastCall?.[1]).toEqual({ keepalive: true })
    await vi.advanceTimersByTimeAsync(10 * minute)
    expect(told()).toHaveLength(2)
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(told()).toHaveLength(3)
  })

  it('under the same id on the next page of the tab', () => {
    const ids = [aTab(), aTab()].map(({ reportVisit }) => reportVisit.mock.calls[0]?.[0].body.visitId)
    expect(ids[0]).toBe(ids[1])
  })

  it('only once they are known, and not any more when they are forgotten', async () => {
    const { world, presence, told } = aTab({ known: false })
    await vi.advanceTimersByTimeAsync(minute)
    dispatchEvent(new Event('pagehide'))
    expect(told()).toEqual([])
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    world.session = { visitor: vera, realtime: { key: 'k' }, token: null }
    presence.follow()
    presence.leave()
    world.session = null
    presence.follow()
    await vi.advanceTimersByTimeAsync(minute)
    expect(told()).toEqual(['active http://shop.test/', 'gone http://shop.test/'])
  })
})

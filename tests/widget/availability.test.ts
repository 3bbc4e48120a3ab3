import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followAvailability } from '../../widget/availability/follow-availability.ts'
import type { Look } from '../../widget/boot/visit.ts'
import { FakeSocket, lastSocket } from './fake-socket.ts'

const group = '22222222-2222-4222-8222-222222222222'

/** A page whose owner hides the button; the server answers `available`, or not at all when that is null. */
async function aPage(available: boolean | null, config: object = {}) {
  const world = {
    available,
    config: JSON.stringify(config),
    page: { url: 'http://shop.test/', title: 'Shop' },
    underWay: false,
    look: '' as Look,
  }
  const asked: unknown[] = []
  const said: unknown[] = []
  let changed = () => {}
  const getAvailability = async ({ query }: { query: { group?: string } }) => {
    asked.push(query.group ?? 'Everyone')
    if (world.available === null) throw new Error('no answer')
    return { groupId: query.group ?? 'all', available: world.available, realtime: { key: 'key' } }
  }
  followAvailability({
    config: world.config,
    get page() {
      return world.page
    },
    sessions: { client: () => ({ getAvailability }) } as never,
    say: (...message) => said.push(message),
    now: () => ({ underWay: world.underWay }) as never,
    look: () => world.look,
    onChange: (listener) => {
      changed = listener
    },
  })
  await vi.advanceTimersByTimeAsync(0)
  const change = async (next: Partial<typeof world>) => {
    Object.assign(world, next)
    changed()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { asked, said, change }
}

const signal = (available: boolean) => ({ type: 'availability', available })
const seen = (now: boolean) => ['available', now]

describe('W5 W7: a button that hides while nobody can answer', () => {
  beforeEach(() => {
    FakeSocket.all = []
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeSocket)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('follows what the group’s public channel tells, without a signature', async () => {
    const { said } = await aPage(false)
    expect(said).toEqual([seen(false)])
    lastSocket().says('pusher:connection_established', { socket_id: '1.2' })
    await vi.advanceTimersByTimeAsync(0)
    expect(lastSocket().sent).toEqual([{ event: 'pusher:subscribe', data: { channel: 'availability-all' } }])
    lastSocket().says('signal', signal(true))
    lastSocket().says('signal', { type: 'presence' })
    lastSocket().says('signal', signal(true))
    lastSocket().says('signal', signal(false))
    expect(said).toEqual([seen(false), seen(true), seen(false)])
  })

  it('asks again once the socket stands, for what changed before', async () => {
    const { said, change } = await aPage(false)
    await change({ available: true })
    lastSocket().says('pusher_internal:subscription_succeeded')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said).toEqual([seen(false), seen(true)])
  })

  it('asks once more for what the channel has not told, since it was over before it could', async () => {
    const { asked, said, change } = await aPage(false)
    lastSocket().says('pusher_internal:subscription_succeeded')
    await change({ available: true })
    await vi.advanceTimersByTimeAsync(1_000)
    await change({ available: false })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(said).toEqual([seen(false), seen(true), seen(false)])
    expect(asked).toHaveLength(4)
  })

  it.each([{ underWay: true }, { look: 'open' as const }])('stays with %j, and goes afterwards', async (busy) => {
    const { said, change } = await aPage(false)
    await change(busy)
    await change({ underWay: false, look: '' })
    expect(said).toEqual([seen(false), seen(true), seen(false)])
  })

  it('is to be seen while the server cannot be reached, and follows it as soon as it can', async () => {
    const { said, change } = await aPage(null)
    expect(said).toEqual([seen(true)])
    await change({ available: false })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(said).toEqual([seen(true), seen(false)])
  })

  it('W9r: is that of the group that the page belongs to', async () => {
    const { asked, change } = await aPage(true, { rules: [{ page: '/prices*', group }] })
    await change({ page: { url: 'http://shop.test/prices/2', title: 'Prices' } })
    expect(asked).toEqual(['Everyone', group])
    expect(FakeSocket.all.map(({ closed }) => closed)).toEqual([true, false])
  })

  it('listens only while the page can be seen', async () => {
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const { asked, said, change } = await aPage(false)
    expect([asked, said, FakeSocket.all]).toEqual([[], [], []])
    visible.mockReturnValue('visible')
    await change({})
    expect(said).toEqual([seen(false)])
    visible.mockReturnValue('hidden')
    await change({})
    expect(lastSocket().closed).toBe(true)
  })

  it('stands a configuration that is none', async () => {
    const { said } = await aPage(true, [] as never)
    expect(said).toEqual([seen(true)])
  })
})

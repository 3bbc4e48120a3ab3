import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { QueuePlace } from '#shared/contract/answers.ts'
import { watchQueue } from '../../widget/waiting/queue-watch.ts'
import { chatId, first } from './chat-world.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function aWatch(answer: () => Promise<QueuePlace> = async () => first) {
  const now = { id: chatId, events: [], ended: false, last: 1, underWay: true }
  const state = { look: 'open', connected: true }
  const getQueuePlace = vi.fn(answer)
  const watch = watchQueue({
    now: () => now,
    look: () => state.look,
    connected: () => state.connected,
    changed: () => watch.follow(),
    getQueuePlace,
  } as unknown as Parameters<typeof watchQueue>[0])
  watch.follow()
  return { now, state, watch, getQueuePlace }
}

it('R13: asks at once, at every event, and every 20 s while the chat waits', async () => {
  const { now, watch, getQueuePlace } = aWatch()
  await vi.advanceTimersByTimeAsync(19_999)
  expect(getQueuePlace).toHaveBeenCalledTimes(1)
  expect(watch.place()).toEqual(first)
  await vi.advanceTimersByTimeAsync(1)
  expect(getQueuePlace).toHaveBeenCalledTimes(2)
  now.last = 2
  watch.follow()
  watch.follow()
  expect(getQueuePlace).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(getQueuePlace).toHaveBeenCalledTimes(4)
})

it('W22: asks once a minute in a chat that is answered, and once more when it has ended', async () => {
  let phase: QueuePlace['phase'] = 'active'
  const { now, watch, getQueuePlace } = aWatch(async () => ({ ...first, phase, place: null }))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(getQueuePlace).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(getQueuePlace).toHaveBeenCalledTimes(2)
  now.ended = true
  now.last = 2
  phase = 'ended'
  watch.follow()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(getQueuePlace).toHaveBeenCalledTimes(3)
})

it('3.4: a chat that can be reopened is asked about until it cannot', async () => {
  let reopenFor: number | null = 90
  const { watch, getQueuePlace } = aWatch(async () => ({ ...first, phase: 'ended', place: null, reopenFor }))
  await vi.advanceTimersByTimeAsync(0)
  expect([getQueuePlace.mock.calls.length, watch.place()?.reopenFor]).toEqual([1, 90])
  reopenFor = 30
  await vi.advanceTimersByTimeAsync(60_000)
  expect([getQueuePlace.mock.calls.length, watch.place()?.reopenFor]).toEqual([2, 30])
  reopenFor = null
  await vi.advanceTimersByTimeAsync(30_000)
  expect([getQueuePlace.mock.calls.length, watch.place()?.reopenFor]).toEqual([3, null])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(getQueuePlace).toHaveBeenCalledTimes(3)
})

it('R13: asks nothing while nobody can see it or the connection is gone, and at once when that is over', async () => {
  const { state, watch, getQueuePlace } = aWatch()
  const hidden = vi.spyOn(document, 'visibilityState', 'get')
  for (const [away, back] of [
    [() => (state.look = ''), () => (state.look = 'open')],
    [() => (state.connected = false), () => (state.connected = true)],
    [() => hidden.mockReturnValue('hidden'), () => hidden.mockReturnValue('visible')],
  ] as const) {
    getQueuePlace.mockClear()
    away()
    watch.follow()
    await vi.advanceTimersByTimeAsync(100_000)
    expect(getQueuePlace).not.toHaveBeenCalled()
    back()
    watch.follow()
    expect(getQueuePlace).toHaveBeenCalledTimes(1)
  }
})

it('R13: keeps what it knows when an answer does not come, and asks again', async () => {
  const { watch, getQueuePlace } = aWatch()
  await vi.advanceTimersByTimeAsync(0)
  getQueuePlace.mockRejectedValueOnce(new Error('no answer')).mockResolvedValueOnce({ ...first, place: 7 })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(watch.place()?.place).toBe(1)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(watch.place()?.place).toBe(7)
})

it('R13: says nothing of another chat than the one that is shown', async () => {
  const { now, watch, getQueuePlace } = aWatch()
  await vi.advanceTimersByTimeAsync(0)
  let tell = (_: QueuePlace) => {}
  getQueuePlace.mockReturnValueOnce(new Promise((resolve) => (tell = resolve)))
  now.last = 2
  watch.follow()
  now.id = '22222222-2222-4222-8222-222222222222' as typeof chatId
  now.last = 0
  watch.follow()
  tell({ ...first, place: 9 })
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.place()).toBeNull()
})

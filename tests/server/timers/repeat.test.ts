import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { repeat } from '../../../server/timers/repeat.ts'

describe('repeating a task', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('runs it at once and then after each pause, also when it failed', async () => {
    const task = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('broken')).mockResolvedValue()
    const onError = vi.fn()
    const stop = repeat(500, task, onError)
    expect(task).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(task).toHaveBeenCalledTimes(3)
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'))
    await stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(task).toHaveBeenCalledTimes(3)
  })

  it('never runs it twice at once, and stopping waits for the run in progress', async () => {
    let finish = () => {}
    const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const stop = repeat(500, task, () => {})
    await vi.advanceTimersByTimeAsync(5_000)
    expect(task).toHaveBeenCalledTimes(1)
    let stopped = false
    const stopping = stop().then(() => (stopped = true))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(task).toHaveBeenCalledTimes(1)
  })
})

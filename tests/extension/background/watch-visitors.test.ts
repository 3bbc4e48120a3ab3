import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchVisitors } from '../../../extension/background/visitors/watch-visitors.ts'
import { visitorWatch } from '../../../extension/core/visitor-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function aWatch() {
  const asked: number[] = []
  return { asked, look: watchVisitors((limit) => asked.push(limit)) }
}

test('A3: visitors are asked for at once and every two seconds, while somebody says that they look', () => {
  const { asked, look } = aWatch()
  look({ surfaceId: 'panel', limit: 50 })
  expect(asked).toEqual([50])
  vi.advanceTimersByTime(3 * visitorWatch.askEvery)
  expect(asked).toEqual([50, 50, 50, 50])
  look({ surfaceId: 'panel', limit: 50 })
  expect(asked).toHaveLength(4)
  look({ surfaceId: 'panel', limit: 0 })
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveLength(4)
})

test('A3: a surface that was killed is asked for no longer than its word holds', () => {
  const { asked, look } = aWatch()
  look({ surfaceId: 'panel', limit: 50 })
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveLength(1 + Math.floor(visitorWatch.lasts / visitorWatch.askEvery))
  // One that looks again later is asked for again.
  look({ surfaceId: 'panel', limit: 50 })
  vi.advanceTimersByTime(visitorWatch.askEvery)
  expect(asked).toHaveLength(3 + Math.floor(visitorWatch.lasts / visitorWatch.askEvery))
})

test('A43: several surfaces are one asker, for as many as the one that shows the most', () => {
  const { asked, look } = aWatch()
  look({ surfaceId: 'panel', limit: 50 })
  look({ surfaceId: 'window', limit: 150 })
  asked.length = 0
  vi.advanceTimersByTime(visitorWatch.askEvery)
  expect(asked).toEqual([150])
  look({ surfaceId: 'window', limit: 0 })
  asked.length = 0
  vi.advanceTimersByTime(visitorWatch.askEvery)
  expect(asked).toEqual([50])
})

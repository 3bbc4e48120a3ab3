import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLine } from '../../../extension/background/connections/line.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('S5: a broken wire is replaced at once, and every new one catches up', async () => {
  const { line, world } = aLine()
  await line.ensure()
  world.lose()
  await vi.waitFor(() => expect(world.caughtUp).toBe(2))
  expect(world.states).toEqual(['online', 'connecting', 'online'])
})

test('S8: failed tries come further and further apart, one after another and never two at a time', async () => {
  const { line, world } = aLine()
  world.reachable = false
  await Promise.all([line.ensure(), line.ensure(), line.ensure()])
  expect(world.tries).toBe(1)
  await vi.advanceTimersByTimeAsync(60_000)
  const inTheFirstMinute = world.tries
  expect(inTheFirstMinute).toBeGreaterThan(4)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(world.tries - inTheFirstMinute).toBeLessThan(inTheFirstMinute)
  expect(new Set(world.states)).toEqual(new Set(['offline']))

  world.reachable = true
  await vi.advanceTimersByTimeAsync(20_000)
  expect(world.states.at(-1)).toBe('online')
  const settled = world.tries
  await vi.advanceTimersByTimeAsync(120_000)
  expect(world.tries).toBe(settled)
})

test('S5: a wire that breaks while it catches up is not called up', async () => {
  const { line, world } = aLine()
  world.breaksWhileCatchingUp = true
  await line.ensure()
  expect(world.states).toEqual(['offline'])
  world.breaksWhileCatchingUp = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(world.states.at(-1)).toBe('online')
})

test('S4: a look every half minute brings what a lost push would have told, and finds a server that answers no more', async () => {
  const { line, world } = aLine()
  await line.ensure()
  await line.check()
  expect(world.caughtUp).toBe(2)
  world.reachable = false
  await line.check()
  expect(world.states.at(-1)).toBe('offline')
  expect(world.closed).toBe(1)
  world.reachable = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect(world.states.at(-1)).toBe('online')
})

test('A43: after the end nothing is tried any more, and the wire is closed', async () => {
  const { line, world, stop } = aLine()
  await line.ensure()
  stop.abort()
  expect(world.closed).toBe(1)
  await line.ensure()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(world.tries).toBe(1)
})

function aLine() {
  const stop = new AbortController()
  const world = {
    reachable: true,
    breaksWhileCatchingUp: false,
    tries: 0,
    caughtUp: 0,
    closed: 0,
    states: [] as string[],
    lose: () => {},
  }
  const line = createLine({
    async open(lost) {
      world.tries += 1
      world.lose = lost
      if (!world.reachable) throw new Error('no answer')
      return {
        close() {
          world.closed += 1
        },
      }
    },
    async catchUp() {
      if (!world.reachable) throw new Error('no answer')
      world.caughtUp += 1
      if (world.breaksWhileCatchingUp) world.lose()
    },
    up: async () => {},
    note: async (state) => world.states.push(state),
    random: () => 0.5,
    stopped: stop.signal,
  })
  return { line, world, stop }
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StatusId } from '#shared/contract/groups.ts'
import { type AgentPresence, presenceLease } from '#shared/contract/presence.ts'
import { keepLease } from '../../../extension/background/presence/lease.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const { renewEvery, leaseFor } = presenceLease
const green: AgentPresence = { status: 'online' as StatusId, dot: 'green' }

test('P2: as long as the line is up the lease is renewed, twice before it would end', async () => {
  const { world } = aLease()
  await vi.advanceTimersByTimeAsync(leaseFor)
  expect(world.said.length).toBeGreaterThanOrEqual(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(world.said).toHaveLength(Math.floor((leaseFor + 60_000) / renewEvery))
  expect(world.noted.at(-1)).toEqual(green)
})

test('R11: idleness is said at once, and over and over', async () => {
  const { world, sayNow } = aLease()
  world.idle = true
  await sayNow()
  expect(world.said).toEqual([true])
  await vi.advanceTimersByTimeAsync(renewEvery)
  expect(world.said).toEqual([true, true])
})

test('R11: who could not be rung here is not there: nothing is said while the line is down', async () => {
  const { world, sayNow } = aLease()
  world.reachable = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(world.said).toEqual([])
  world.reachable = true
  await sayNow()
  expect(world.said).toEqual([false])
})

test('P2: a renewal that fails does not end the next ones, and a slow one is not overtaken', async () => {
  const { world } = aLease()
  world.answers = () => Promise.reject(new Error('no answer'))
  await vi.advanceTimersByTimeAsync(3 * renewEvery)
  expect(world.said).toHaveLength(3)
  world.answers = () => new Promise(() => {})
  await vi.advanceTimersByTimeAsync(10 * renewEvery)
  expect(world.said).toHaveLength(4)
})

test('P2: after the sign-out nothing is said any more, nor is a late answer kept', async () => {
  const { world, stop, sayNow } = aLease()
  let answer = (_: AgentPresence) => {}
  world.answers = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  const saying = sayNow()
  await vi.waitFor(() => expect(world.said).toHaveLength(1))
  stop.abort()
  answer(green)
  await saying
  await vi.advanceTimersByTimeAsync(60_000)
  await sayNow()
  expect(world.said).toHaveLength(1)
  expect(world.noted).toEqual([])
})

function aLease() {
  const stop = new AbortController()
  const world = {
    idle: false,
    reachable: true,
    said: [] as boolean[],
    noted: [] as AgentPresence[],
    answers: async () => green,
  }
  const sayNow = keepLease({
    renew(idle) {
      world.said.push(idle)
      return world.answers()
    },
    isIdle: async () => world.idle,
    isReachable: () => world.reachable,
    note: async (presence) => world.noted.push(presence),
    stopped: stop.signal,
  })
  return { world, stop, sayNow }
}

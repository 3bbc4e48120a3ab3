import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countPlace, createThrottle } from '../../../server/features/throttle.ts'
import { refusalOf } from '../../support/refusals.ts'

describe('a throttle', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('allows so many tries within its time, refuses the next in words, and allows again after the wait it names', async () => {
    const throttle = createThrottle(2, 60)
    await throttle.count('anna')
    await throttle.count('anna')
    vi.advanceTimersByTime(15_000)
    const refusal = await refusalOf(throttle.count('anna'))
    expect(refusal).toMatchObject({ code: 'too-many-requests', retryAfter: 45 })
    expect(refusal.message).toContain('45 seconds')
    await throttle.count('bob')
    vi.advanceTimersByTime(45_001)
    await expect(throttle.count('anna')).resolves.toBeUndefined()
  })

  it('counts an IPv6 customer by network, so that changing the address does not help', async () => {
    const throttle = createThrottle(1, 60)
    await countPlace(throttle, '2001:db8:1:2::1')
    expect((await refusalOf(countPlace(throttle, '2001:db8:1:2:ffff:1:2:3'))).code).toBe('too-many-requests')
    await countPlace(throttle, '2001:db8:1:3::1')
    await countPlace(throttle, '2001:db8::1')
    expect((await refusalOf(countPlace(throttle, '2001:db8:0:0:9::1'))).code).toBe('too-many-requests')
  })

  it('does not count this machine: a proxy here would be everybody', async () => {
    const throttle = createThrottle(1, 60)
    for (let i = 0; i < 5; i++) for (const own of ['127.0.0.1', '127.8.8.8', '::1']) await countPlace(throttle, own)
    await countPlace(throttle, '192.0.2.1')
    expect((await refusalOf(countPlace(throttle, '192.0.2.1'))).code).toBe('too-many-requests')
  })
})

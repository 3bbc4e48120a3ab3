import { describe, expect, it } from 'vitest'
import { createLog } from '../../../server/observe/log.ts'
import { createMetrics } from '../../../server/observe/metrics.ts'
import { observeCall } from '../../../server/observe/observe-call.ts'

describe('the log', () => {
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })

  it('strikes out what could be a secret, at any depth that we log', () => {
    const secrets = {
      authorization: 's3cret',
      cookie: 's3cret',
      'set-cookie': 's3cret',
      password: 's3cret',
      token: 's3cret',
      secret: 's3cret',
    }
    log.info({ ...secrets, request: secrets, err: { request: secrets } }, 'something')
    expect(lines.at(-1)).not.toContain('s3cret')
    expect(lines.at(-1)?.match(/\[secret\]/g)).toHaveLength(18)
  })

  it('says of a broken request what broke, with the stack that the client never sees', () => {
    const call = {
      requestId: 'r1',
      operation: 'sync',
      method: 'POST',
      route: '/api/sync',
      status: 500,
      refusal: 'server-error',
      duration: 1.23,
    } as const
    observeCall(log, createMetrics())({ ...call, error: new Error('disk full') })
    const line = JSON.parse(lines.at(-1) ?? '{}')
    expect(line).toMatchObject({ level: 50, requestId: 'r1', operation: 'sync', err: { message: 'disk full' } })
    expect(line.err.stack).toContain('log.test.ts')
  })
})

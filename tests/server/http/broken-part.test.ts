import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Handlers } from '../../../server/features/caller.ts'
import { createApp } from '../../../server/http/app.ts'
import { type HttpServer, listen } from '../../../server/http/http-server.ts'
import type { ObservedCall } from '../../../server/http/observed.ts'

describe('when a part of the server breaks', () => {
  const reported: unknown[] = []
  const observed: ObservedCall[] = []
  const broken = new Error('/var/secret/disk is on fire')
  const breaks = async () => {
    throw broken
  }
  let server: HttpServer
  let isReady = true
  beforeAll(async () => {
    const app = createApp({
      handlers: new Proxy({} as Handlers, { get: () => breaks }),
      findSession: async () => null,
      now: Date.now,
      publicUrl: null,
      findWidget: async () => null,
      observe: (call) => observed.push(call),
      onError: (error) => reported.push(error),
      health: { isReady: async () => isReady, metrics: new Registry() },
      realtimeApi: breaks,
      takeWebhook: null,
      realtimeOrigin: null,
      dist: '/nowhere',
    })
    const onError = (error: unknown) => reported.push(error)
    server = await listen('127.0.0.1', 0, {
      fetch: (request, env) => app.fetch(request, env),
      upgrade: () => false,
      onError,
    })
  })
  afterAll(() => server.stop(0))
  const call = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.address.port}${path}`, init)

  it('an operation answers 500 with a sentence that says what to do, and nothing of the inside; the log gets the error', async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"username":"a","password":"b"}',
    }
    const response = await call('/api/session', init)
    expect(response.status).toBe(500)
    const body = await response.json()
    expect(body).toEqual({ code: 'server-error', message: expect.stringContaining('try again') })
    expect(observed).toMatchObject([{ operation: 'signIn', status: 500, refusal: 'server-error', error: broken }])
  })

  it('so does everything else', async () => {
    const response = await call('/apps/1/events', { method: 'POST' })
    expect([response.status, await response.json()]).toMatchObject([500, { code: 'server-error' }])
    expect(reported).toEqual([broken])
  })

  it('it lives, and is ready when its database answers', async () => {
    expect((await call('/healthz')).status).toBe(200)
    expect((await call('/readyz')).status).toBe(200)
    isReady = false
    expect([(await call('/readyz')).status, (await call('/healthz')).status]).toEqual([503, 200])
  })
})

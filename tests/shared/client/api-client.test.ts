import { afterEach, expect, test, vi } from 'vitest'
import { ApiError, createApiClient } from '#shared/client/api-client.ts'
import { reasonOf } from '#shared/client/reason-of.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { aChatId, aClientId } from './a-disk.ts'

const message = { params: { chatId: aChatId() }, body: { clientId: aClientId(), text: 'hello' } }
const answering = (status: number, body: string) => async () => new Response(body, { status })

afterEach(() => vi.restoreAllMocks())

test('S8: a server that says no is told from one that cannot be heard', async () => {
  const refusal = refuse('chat-ended', 'This chat has ended.')
  const cases: [send: typeof fetch, status: number, mayRetry: boolean, code: string][] = [
    [answering(409, JSON.stringify(refusal)), 409, false, 'chat-ended'],
    [answering(429, JSON.stringify(refuse('too-many-requests', 'Slow down.'))), 429, true, 'too-many-requests'],
    [answering(502, '<html>Bad gateway</html>'), 502, true, 'unavailable'],
    [answering(200, '<html>Log in to this hotel</html>'), 0, true, 'unavailable'],
    [() => Promise.reject(new TypeError('fetch failed')), 0, true, 'unavailable'],
  ]
  for (const [send, status, mayRetry, code] of cases) {
    const error = await createApiClient('', send)
      .sendMessage(message)
      .catch((caught: unknown) => caught)
    if (!(error instanceof ApiError)) throw new Error('It was answered.')
    expect([error.status, error.mayRetry, reasonOf(error).code]).toEqual([status, mayRetry, code])
  }
})

test('S8: a connection that has gone silent is given up after 15 s, and may be tried again', async () => {
  const patience = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  const silent: typeof fetch = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  const sent = createApiClient('', silent).sendMessage(message)
  patience.abort(new DOMException('The operation timed out.', 'TimeoutError'))
  await expect(sent).rejects.toMatchObject({ status: 0, mayRetry: true })
  expect(timeout).toHaveBeenCalledWith(15_000)
})

test('the token goes in a header, never into the address; what is in a path or a query is encoded', async () => {
  const send = vi.fn<typeof fetch>(answering(200, '{}'))
  const api = createApiClient('https://chat.example', send, () => 'secret')
  await api.listEvents({ params: { stream: 'chat:a/../b' }, query: { after: '1&x=2' } })
  const [address, init] = send.mock.lastCall ?? []
  expect(address).toBe('https://chat.example/api/streams/chat%3Aa%2F..%2Fb/events?after=1%26x%3D2')
  expect(init?.headers).toEqual({ authorization: 'Bearer secret' })
})

import { afterEach, expect, it, vi } from 'vitest'
import { restore } from '../../widget/boot/denied/restore.ts'
import { mapKeep } from '../../widget/boot/keep.ts'
import { createSessions } from '../../widget/boot/session.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const realtime = { key: 'k' }
const ours = { id: 'v', name: '' }
const theirs = { visitor: { id: 'other', name: '' }, realtime, token: 'theirs' }
const keepOfATab = () => ({ ...mapKeep(), onChange: () => {} })

/** What the server answers, by method; nothing: it knows nobody. */
function answerWith(answers: Record<string, () => object | null>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (_: string, { method = 'GET' }: RequestInit) => {
    asked.push(method)
    const answer = answers[method]?.()
    const refusal = { code: 'not-signed-in', message: 'Nobody.' }
    return new Response(JSON.stringify(answer ?? refusal), { status: answer ? 200 : 401 })
  })
  return asked
}

it('W28: what another tab began meanwhile counts, also where its news comes later than the lock and no cookie tells', async () => {
  const keep = keepOfATab()
  const asked = answerWith({
    POST: () => ({ token: 'ours', visitor: ours, realtime, logId: 'log' }),
    GET() {
      keep.set('session', theirs)
      return null
    },
  })
  const { open, current } = createSessions(keep)
  await open()
  expect(asked).toEqual(['POST', 'GET'])
  expect(current()).toEqual(theirs)
})

it('W28: a name that is given counts in any case', async () => {
  const keep = keepOfATab()
  keep.set('session', theirs)
  answerWith({ POST: () => ({ token: 'ours', visitor: { ...ours, name: 'Vera' }, realtime, logId: 'log' }) })
  const { open, current } = createSessions(keep)
  await open('Vera')
  expect(current()).toEqual({ visitor: { ...ours, name: 'Vera' }, realtime, token: 'ours' })
})

it('W31: who is known by the cookie alone gets no socket before it is known for which chat', async () => {
  const keep = keepOfATab()
  answerWith({ GET: () => ({ visitor: ours, chats: [{ chatId: 'one' }], realtime, logId: 'log' }) })
  const sessions = createSessions(keep)
  const resume = vi.fn(async () => expect([keep.get('chat'), sessions.current()]).toEqual(['one', null]))
  await restore(sessions, keep, resume)
  expect(resume).toHaveBeenCalledOnce()
  expect(sessions.current()).toEqual({ visitor: ours, realtime, token: null })
})

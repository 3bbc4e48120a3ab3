// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { openPreview, previewApi } from '../../snippet-generator/preview/preview-session.ts'

afterEach(() => sessionStorage.clear())

const state = { chat: null, away: false, closed: false }

/** A server that knows these tokens, and gives the next one to whoever begins. */
function aServer(known: string[], status = 401) {
  const asked: string[] = []
  const send = (async (url: string, init: RequestInit) => {
    const authorization = new Headers(init.headers).get('authorization')
    asked.push(`${init.method} ${url} ${authorization} ${init.credentials}`)
    const body = (value: object, code = 200) => new Response(JSON.stringify(value), { status: code })
    if (init.method === 'POST') return body({ token: 'new', agent: { id: 'preview-agent', name: 'Kim' }, ...state })
    return known.some((token) => authorization === `Bearer ${token}`) ? body(state) : body({}, status)
  }) as typeof fetch
  return { asked, send }
}

test('G4: a tab goes on with its own preview, and no cookie goes along', async () => {
  sessionStorage.setItem('preview-token', 'mine')
  const { asked, send } = aServer(['mine'])
  expect(await openPreview(previewApi(send))).toEqual(state)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(/^GET .* Bearer mine omit$/)
})

test.each([401, 403])('G4: one that is forgotten (%i) gives way to a new one', async (status) => {
  sessionStorage.setItem('preview-token', 'old')
  const { asked, send } = aServer([], status)
  expect(await openPreview(previewApi(send))).toEqual(state)
  expect(asked.map((line) => line.split(' ')[0])).toEqual(['GET', 'POST'])
  expect(sessionStorage.getItem('preview-token')).toBe('new')
})

test('G4: a server that is broken for a moment takes no preview away', async () => {
  sessionStorage.setItem('preview-token', 'mine')
  await expect(openPreview(previewApi(aServer([], 503).send))).rejects.toMatchObject({ status: 503 })
  expect(sessionStorage.getItem('preview-token')).toBe('mine')
})

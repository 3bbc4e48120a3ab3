import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../../widget/boot/browser.ts'
import type { Keep } from '../../widget/boot/keep.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const openKeep = async (): Promise<Keep> => (await openBrowser()).keep

const blockStorage = () =>
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })

describe.each([
  { where: 'in storage', prepare: () => {} },
  { where: 'where storage is blocked', prepare: blockStorage },
])('W27: what the frame keeps, $where', ({ prepare }) => {
  it('comes back as it was put, until it is removed', async () => {
    prepare()
    const keep = await openKeep()
    keep.set('draft', 'half a thought')
    keep.set('outbox:1', { order: 1 })
    expect([keep.get('draft'), keep.get('outbox:1'), keep.get('nothing')]).toEqual([
      'half a thought',
      { order: 1 },
      null,
    ])
    expect(keep.keys('outbox:')).toEqual(['outbox:1'])
    keep.remove('outbox:1')
    expect(keep.keys('')).toEqual(['draft'])
  })
})

it('W27: survives a full storage for as long as the page lives', async () => {
  const keep = await openKeep()
  keep.set('draft', 'old')
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  keep.set('draft', 'new')
  expect([keep.get('draft'), keep.keys('')]).toEqual(['new', ['draft']])
})

it('W32: what somebody else wrote into it does not stop the chat', async () => {
  localStorage.setItem('deskbell:draft', '{not JSON')
  localStorage.setItem('other', '1')
  const keep = await openKeep()
  expect([keep.get('draft'), keep.keys('')]).toEqual([null, ['draft']])
})

it('W28: where storage is blocked, tabs share what they remember, and a new one asks', async () => {
  blockStorage()
  const first = await openKeep()
  first.set('chat', 'one')
  const second = await openKeep()
  await vi.waitFor(() => expect(second.get('chat')).toBe('one'))
  const changed = vi.fn()
  first.onChange(changed)
  second.set('chat', 'two')
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith('chat'))
  expect(first.get('chat')).toBe('two')
  second.remove('chat')
  await vi.waitFor(() => expect(first.get('chat')).toBeNull())
})

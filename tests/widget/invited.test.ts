import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { mapKeep } from '../../widget/boot/keep.ts'
import { createVisit } from '../../widget/boot/visit.ts'
import { ana, chatId, vera } from './chat-world.tsx'
import { FakeSocket, lastSocket } from './fake-socket.ts'

const other = '33333333-3333-4333-8333-333333333333' as ChatId
const page = { url: 'http://shop.test/', title: 'Shop' }
const requested: ChatEvent = { type: 'chat-requested', visitor: vera, page, language: 'en' }
const proposed: ChatEvent = { type: 'chat-proposed', visitor: vera, page, language: 'en', agent: ana, asked: false }
const greeted: ChatEvent = { type: 'message-sent', text: 'May I help?' }
const ended: ChatEvent = { type: 'chat-ended', outcome: 'completed' }

/** One of several tabs that share what is kept; without a server. */
function aTab({ leads = true, keep = { ...mapKeep(), onChange: () => {} } } = {}) {
  const said: unknown[][] = []
  const { visit, setLook, forget } = createVisit({
    config: '{}',
    page,
    referrer: '',
    languages: 'en',
    known: false,
    everyone: false,
    say: (...message) => void said.push(message),
    browser: {
      keep,
      createTabs({ setLead }) {
        setLead(leads)
        return { use() {}, tell() {} }
      },
    },
  })
  const hear = async (id: ChatId, ...events: ChatEvent[]) => {
    const stream = chatStream(id)
    const stored = events.map((event, index): StoredEvent => {
      const actor = event.type === 'chat-requested' ? vera : ana
      return { stream, seq: index + 1, at: index, actor, clientId: null, event }
    })
    await visit.deliver({ logId: 'log', events: stored, lastSeq: stored.length })
  }
  return { visit, setLook, forget, keep, said, hear }
}

describe('W14: a chat that an agent begins', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is the current one, and is told like a reply, in the leading tab alone', async () => {
    const { visit, keep, said, hear } = aTab()
    const second = aTab({ leads: false, keep })
    await hear(chatId, proposed, greeted)
    await vi.waitFor(() => expect(said).toContainEqual(['reply', 'Ana', 'May I help?']))
    expect(said).toContainEqual(['event', 'started', { chatId }])
    expect(said).toContainEqual(['state', 1, true])
    expect([visit.now().id, visit.now().underWay]).toEqual([chatId, true])
    second.visit.changed()
    await vi.waitFor(() => expect(second.said).toContainEqual(['state', 1, true]))
    expect(second.said.filter(([name]) => name === 'reply')).toEqual([])
  })

  it('comes after one that is over, and not instead of one that is under way', async () => {
    const { visit, keep, hear } = aTab()
    keep.set('chat', other)
    await hear(other, requested)
    await hear(chatId, proposed, greeted)
    expect(visit.now().id).toBe(other)

    const after = aTab()
    after.keep.set('chat', other)
    await after.hear(other, requested, ended)
    await after.hear(chatId, proposed, greeted)
    expect(after.visit.now().id).toBe(chatId)
  })

  it('is none when it came too late', async () => {
    const { visit, hear } = aTab()
    await hear(chatId, proposed, greeted, ended)
    expect(visit.now().id).toBeNull()
  })

  it('W31: can reach somebody who was here earlier only once they act', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url)
      return Response.json({ logId: 'log', streams: [], receipts: [], gone: [], more: false })
    })
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    const keep = { ...mapKeep(), onChange: () => {} }
    keep.set('session', { visitor: vera, realtime: { key: 'key' }, token: null })
    const { visit, setLook, forget } = aTab({ keep })
    const turn = vi.fn()
    visit.onChange(turn)
    await vi.waitFor(() => expect(turn).toHaveBeenCalled())
    expect([asked, FakeSocket.all]).toEqual([[], []])
    setLook('open')
    await vi.waitFor(() => expect(asked.toSorted()).toEqual(['/api/sync', '/api/visits']))
    lastSocket().says('pusher:connection_established', { socket_id: '1.2' })
    await vi.waitFor(() =>
      expect(lastSocket().sent).toMatchObject([
        { event: 'pusher:subscribe', data: { channel: `private-visitor-${vera.id}` } },
      ]),
    )
    forget()
    await vi.waitFor(() => expect(lastSocket().closed).toBe(true))
  })

  it('W21: goes on when it is reopened', async () => {
    const { visit, keep, hear } = aTab()
    keep.set('chat', chatId)
    await hear(chatId, proposed, greeted, ended)
    expect(visit.now().ended).toBe(true)
    await hear(chatId, proposed, greeted, ended, { type: 'chat-reopened' })
    expect([visit.now().ended, visit.now().underWay]).toEqual([false, true])
  })
})

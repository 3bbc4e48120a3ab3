import { render } from '@testing-library/preact'
import { ApiError } from '#shared/client/api-client.ts'
import { createChatFeed } from '#shared/client/chat-feed.ts'
import type { CommandAnswer, QueuePlace } from '#shared/contract/answers.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId, ClientId } from '#shared/contract/ids.ts'
import { type RefusalCode, refusalStatus, refuse } from '#shared/contract/refusals.ts'
import { chatStream } from '#shared/contract/streams.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import type { en } from '#shared/i18n/widget/en.ts'
import { enWaiting } from '#shared/i18n/widget/en-waiting.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'
import { conversationOf, currentChat } from '../../widget/boot/conversation.ts'
import { openKeep } from '../../widget/boot/keep.ts'
import type { Sessions } from '../../widget/boot/session.ts'
import { createStreams } from '../../widget/boot/streams.ts'
import type { Look, Visit } from '../../widget/boot/visit.ts'
import { Panel } from '../../widget/chat/Panel.tsx'
import { createSender } from '../../widget/chat/sender.ts'
import { openWaiting } from '../../widget/waiting/open-waiting.ts'

export const chatId = '11111111-1111-4111-8111-111111111111' as ChatId
export const vera = { kind: 'visitor', id: 'v' as ActorId, name: 'Vera' } as const
export const ana = { kind: 'agent', id: 'a' as ActorId, name: 'Ana' } as const
export const desk = { kind: 'system', id: 's' as ActorId, name: 'Deskbell' } as const
const stream = chatStream(chatId)

const stored = (seq: number, actor: StoredEvent['actor'], event: ChatEvent, clientId?: ClientId): StoredEvent => ({
  stream,
  seq,
  at: 1_000 * seq,
  actor,
  clientId: clientId ?? null,
  event,
})
const requested: ChatEvent = {
  type: 'chat-requested',
  visitor: { id: vera.id, name: vera.name },
  page: { url: 'http://shop.test/', title: 'Shop' },
  language: 'en',
}

/** What the server says of a chat that waits first in line. */
export const first: QueuePlace = {
  phase: 'waiting',
  place: 1,
  estimatedWait: null,
  open: true,
  opensAt: null,
  options: [],
  mayEnd: false,
}

export type Asked = {
  readonly operation: string
  readonly body: { readonly clientId: ClientId } & Record<string, unknown>
}

/**
 * The whole panel of a visitor whose chat waits, on the real outbox, feed and store; only the network is played.
 * `answer` gives the events by which the server answers a command, or the code with which it refuses.
 */
export async function aPanel(language: Language = 'en') {
  const asked: Asked[] = []
  const listeners: (() => void)[] = []
  const world = {
    place: first,
    look: 'open' as Look,
    answer: (_: Asked): (ChatEvent & object)[] | RefusalCode => [],
  }
  let last = 0
  const keep = openKeep()
  const changed = () =>
    queueMicrotask(() => {
      for (const listener of listeners) listener()
    })
  const streams = createStreams(keep, changed)
  const feed = createChatFeed(streams, { listEvents: never, sync: never })

  const command =
    (operation: string) =>
    async ({ body }: { body: Asked['body'] }) => {
      const one = { operation, body }
      asked.push(one)
      const answer = world.answer(one)
      if (typeof answer === 'string')
        throw new ApiError(refusalStatus[answer], refuse(answer, `Refused: ${answer}.`), answer)
      return answered(answer.map((event, index) => stored(++last, index ? desk : vera, event, body.clientId)))
    }
  const answered = (events: StoredEvent[]): CommandAnswer => ({ logId: 'log', events, lastSeq: last })
  const api = {
    getQueuePlace: async () => world.place,
    requestCallback: command('requestCallback'),
    leaveMessage: command('leaveMessage'),
    endChat: command('endChat'),
    signalTyping: async () => ({}),
  }
  const sessions = {
    client: () => api,
    current: () => ({ visitor: vera, realtime: { key: 'k' }, token: null }),
  } as unknown as Sessions
  const visit: Visit = {
    config: '{}',
    page: { url: 'http://shop.test/', title: 'Shop' },
    languages: [language],
    keep,
    sessions,
    say: () => {},
    deliver: feed.deliver,
    look: () => world.look,
    close: () => {},
    now: () => {
      const id = currentChat(keep)
      return conversationOf(keep, id, id ? streams.events(chatStream(id)) : [])
    },
    others: () => [],
    typing: () => null,
    connected: () => true,
    leads: () => true,
    changed,
    onChange: (listener) => listeners.push(listener),
  }
  /** The server tells. */
  const hear = async (actor: StoredEvent['actor'], ...events: ChatEvent[]) => {
    await feed.deliver(answered(events.map((event) => stored(++last, actor, event))))
  }

  keep.set('chat', chatId)
  last = streams.events(stream).length
  if (!last) await hear(vera, requested)
  const sender = createSender(visit)
  const waiting = openWaiting(visit, sender)
  const dictionary = { ...enWaiting, ...(await widgetDictionaries[language]()) }
  const t = createTranslate<keyof typeof en | keyof typeof enWaiting>(language, dictionary)
  const panel = () => <Panel view={{ visit, sender, language, waiting, t }} />
  const shown = render(panel())
  listeners.push(() => shown.rerender(panel()))
  return { world, asked, hear, visit, keep, screen: shown, leave: shown.unmount }
}

const never = () => Promise.reject(new Error('not asked for here'))

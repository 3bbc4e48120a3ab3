import { ApiError } from '#shared/client/api-client.ts'
import { createOutbox, type OutboxCommand, type OutboxItem } from '#shared/client/outbox.ts'
import { sendCommand } from '#shared/client/send-command.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { panelPaths } from '#shared/contract/panel-paths.ts'
import { typingInterval } from '#shared/contract/realtime-events.ts'
import type { Visit } from '../boot/visit.ts'
import { openSession } from './open-session.ts'
import { createOutboxStore } from './outbox-store.ts'
import { uuid } from './uuid.ts'

export interface Sender {
  /** Commands that wait, of the current chat, in their order. */
  pending(): OutboxItem[]
  /** What was refused with a chat that is no more: the visitor need not type it again. */
  refused(): string
  start(name: string, text: string, language: string): void
  send(text: string): void
  /** Asks for it in the current chat. */
  ask(command: OutboxCommand): void
  retry(clientId: ClientId): void
  discard(clientId: ClientId): void
  typing(typing: boolean): void
  newConversation(): void
}

/** Everything the visitor asks of the server. Any tab puts it into the outbox; the leading tab sends it (S8, W27). */
export function createSender(visit: Visit): Sender {
  const { keep, sessions, changed } = visit
  const api = sessions.client(panelPaths)
  const store = createOutboxStore(keep, changed)
  let wake: ReturnType<typeof setTimeout> | undefined
  let reachable = true
  let typingUntil = 0

  const outbox = createOutbox({
    store,
    send,
    deliver: visit.deliver,
    now: Date.now,
    random: Math.random,
    wakeIn(ms) {
      clearTimeout(wake)
      wake = setTimeout(kick, ms)
    },
  })

  async function send(item: OutboxItem) {
    try {
      // The first command makes the visitor: so a chat can be begun without a connection, too.
      if (!sessions.current()) await openSession(sessions, api, keep.get<string>('name') ?? '')
      return await sendCommand(api, item)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) sessions.end()
      throw error
    }
  }

  function kick() {
    if (visit.leads()) outbox.kick()
  }

  function put(chatId: ChatId, command: OutboxCommand) {
    const order = Math.max(Date.now(), ...store.items().map((item) => item.order + 1))
    const rest = { createdAt: Date.now(), order, attempts: 0, nextTryAt: 0, refusal: null }
    store.add({ clientId: uuid() as ClientId, chatId, command, ...rest })
    kick()
  }

  function ask(command: OutboxCommand) {
    const { id } = visit.now()
    if (id) put(id, command)
  }

  visit.onChange(() => {
    const reached = visit.connected()
    // The connection is back: nothing has to wait out its delay.
    if (reached && !reachable) for (const { clientId } of store.items()) store.update(clientId, { nextTryAt: 0 })
    reachable = reached
    if (store.items().some(({ refusal, nextTryAt }) => !refusal && nextTryAt <= Date.now())) kick()
  })

  return {
    pending: () => store.items().filter(({ chatId }) => chatId === visit.now().id),
    refused: () =>
      store
        .items()
        .flatMap(({ refusal, command }) => (refusal && 'text' in command ? command.text : []))
        .join('\n'),
    start(name, text, language) {
      const chatId = uuid() as ChatId
      for (const item of store.items()) if (item.refusal) store.remove(item.clientId)
      keep.set('name', name)
      keep.set('chat', chatId)
      const { url, title } = visit.page
      put(chatId, {
        operation: 'startChat',
        page: { url: url.slice(0, limits.url), title: title.slice(0, limits.title) },
        language,
      })
      if (text.trim()) put(chatId, { operation: 'sendMessage', text })
      keep.remove('draft')
    },
    send(text) {
      ask({ operation: 'sendMessage', text })
      keep.remove('draft')
      typingUntil = 0
    },
    ask,
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
    typing(typing) {
      const { id, last } = visit.now()
      if (!id || !last || (typing ? Date.now() < typingUntil : !typingUntil)) return
      typingUntil = typing ? Date.now() + typingInterval : 0
      api.signalTyping({ params: { chatId: id }, body: { typing } }).catch(() => {})
    },
    newConversation() {
      keep.remove('chat')
      changed()
    },
  }
}

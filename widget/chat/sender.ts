import { ApiError } from '#shared/client/api-client.ts'
import { type Beginning, createOutbox, type OutboxCommand, type OutboxItem } from '#shared/client/outbox.ts'
import { sendCommand } from '#shared/client/send-command.ts'
import type { ChatId, ClientId } from '#shared/contract/ids.ts'
import { panelPaths } from '#shared/contract/panel-paths.ts'
import { typingInterval } from '#shared/contract/realtime-events.ts'
import type { Visit } from '../boot/visit.ts'
import { uuid } from '../uuid.ts'
import { createOutboxStore } from './outbox-store.ts'

/** What the visitor chose and wrote before a chat began is kept under this key. */
export const beginningDraft = 'beginning'

export interface Sender {
  /** Commands that wait, of the current chat, in their order. */
  pending(): OutboxItem[]
  /** What was refused with a chat that is no more: the visitor need not type it again. */
  refused(): string
  start(name: string, text: string): void
  send(text: string): void
  /** Asks for it in the current chat, or in one that begins with it. */
  ask(command: OutboxCommand): void
  retry(clientId: ClientId): void
  discard(clientId: ClientId): void
  typing(typing: boolean): void
  newConversation(): void
}

/** Everything the visitor asks of the server. Any tab puts it into the outbox; the leading tab sends it (S8, W27). */
export function createSender(
  visit: Visit,
  howToBegin: () => Beginning,
  /** Resolves when the visitor is whoever they are to be (W11). */
  ready: () => Promise<unknown> | undefined,
): Sender {
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
      await ready()
      // The first command makes the visitor, or names whom we know by no name: so a chat can be begun without a connection, too.
      const session = sessions.current()
      const name = keep.get<string>('name')
      if (!session || (name && name !== session.visitor.name)) await sessions.open(name ?? '')
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

  function newChat() {
    const chatId = uuid() as ChatId
    keep.set('chat', chatId)
    return chatId
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
    start(name, text) {
      for (const item of store.items()) if (item.refusal) store.remove(item.clientId)
      keep.set('name', name)
      const chatId = newChat()
      put(chatId, { operation: 'startChat', ...howToBegin() })
      if (text.trim()) put(chatId, { operation: 'sendMessage', text })
      keep.remove('draft')
    },
    send(text) {
      const { id, ended } = visit.now()
      if (!id) return
      // When the server says that it is over after all, the same words begin another chat.
      if (ended) keep.set('reopening', id)
      put(id, { operation: 'sendMessage', text })
      keep.remove('draft')
      typingUntil = 0
    },
    ask(command) {
      const { id, last } = visit.now()
      if (id && last) put(id, command)
      else put(id ?? newChat(), { ...command, begin: howToBegin() } as OutboxCommand)
    },
    retry: (clientId) => outbox.retry(clientId),
    discard: (clientId) => outbox.discard(clientId),
    typing(typing) {
      const { id, last, ended } = visit.now()
      if (!id || !last || ended || (typing ? Date.now() < typingUntil : !typingUntil)) return
      typingUntil = typing ? Date.now() + typingInterval : 0
      api.signalTyping({ params: { chatId: id }, body: { typing } }).catch(() => {})
    },
    newConversation() {
      keep.remove('chat')
      keep.remove(beginningDraft)
      changed()
    },
  }
}

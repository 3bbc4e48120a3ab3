import type * as v from 'valibot'
import type { Person } from '#shared/contract/actors.ts'
import type { Api, CommandAnswer } from '#shared/contract/api.ts'
import type { StoredEvent } from '#shared/contract/events.ts'
import type { ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import type { OnlineVisitor } from '#shared/contract/visits.ts'
import { ApiError } from './api-client.ts'
import { backoff } from './backoff.ts'
import { reasonOf } from './reason-of.ts'

/** What can wait in an outbox: the commands about one chat. */
export type OutboxCommand =
  | ({ readonly operation: 'startChat' } & Body<'startChat'>)
  /** An agent's. `seen` is what they saw of the visitor: the chat is shown before the server has answered. */
  | { readonly operation: 'startVisitorChat'; readonly text: string; readonly seen: Seen }
  | { readonly operation: 'askColleague'; readonly text: string; readonly to: Person }
  | { readonly operation: 'sendMessage'; readonly text: string }
  | { readonly operation: 'acceptChat' | 'declineChat' | 'leaveChat' | 'followUp' }
  | { readonly operation: 'answerInvitation'; readonly accept: boolean }
  | { readonly operation: 'endChat'; readonly note?: string }
  | { readonly operation: 'moveChat'; readonly groupId: GroupId }
  | { readonly operation: 'setClosingNote' | 'answerByMail'; readonly text: string }
  | ({ readonly operation: 'requestCallback' } & Body<'requestCallback'>)
  | ({ readonly operation: 'leaveMessage' } & Body<'leaveMessage'>)

type Seen = Pick<OnlineVisitor, 'visitor' | 'page' | 'language'>

/** What a chat begins with. */
export type Beginning = Body<'startChat'>

/** What an operation takes, but for the ids. */
type Body<K extends 'startChat' | 'requestCallback' | 'leaveMessage'> = Readonly<
  Omit<v.InferInput<Api[K]['body']>, 'chatId' | 'clientId'>
>

export interface OutboxItem {
  readonly clientId: ClientId
  readonly chatId: ChatId
  readonly command: OutboxCommand
  /** ms since 1970, by the client's clock: for showing, never for ordering. */
  readonly createdAt: number
  /** Rises with every item of this outbox: the order in which they leave. */
  readonly order: number
  readonly attempts: number
  /** Not before this time, ms since 1970; 0 at once. */
  readonly nextTryAt: number
  /** Set when the server said no: stays, with what the person typed, until they try again or discard it. */
  readonly refusal: Refusal | null
}

/** Survives reloads and the death of a worker. */
export interface OutboxStore {
  /** All items, in their order. */
  all(): Promise<OutboxItem[]>
  add(item: OutboxItem): Promise<void>
  /** Changes an item that is still there; its event may have come back meanwhile. */
  update(clientId: ClientId, change: Partial<OutboxItem>): Promise<void>
  remove(clientId: ClientId): Promise<void>
}

export interface OutboxParts {
  readonly store: OutboxStore
  /** Sends the command with its client id; the answer's events are the same at every try (S2). */
  readonly send: (item: OutboxItem) => Promise<CommandAnswer>
  /** Hands an answer's events to the feed; resolves when they are stored. */
  readonly deliver: (answer: CommandAnswer) => Promise<void>
  /** Runs `kick` in about that many ms, also after the death of this context where the platform can. */
  readonly wakeIn: (ms: number) => void
  readonly now: () => number
  readonly random: () => number
}

export interface Outbox {
  /** Sends what is due, oldest first in each chat. Single-flight: a call during a flush joins it, and it looks again at its end. */
  kick(): Promise<void>
  /** Events came back: the commands they answer have been carried out (S8). */
  confirm(events: readonly StoredEvent[]): Promise<void>
  /** The person wants it tried now: also one that was refused. */
  retry(clientId: ClientId): Promise<void>
  discard(clientId: ClientId): Promise<void>
}

/** Keeps every command until its own event comes back: same id at each try, growing delay, in order per chat (S8). */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store } = parts
  let flushing: Promise<void> | null = null
  let again = false

  async function flush() {
    do {
      again = false
      const chats = new Set((await store.all()).map((item) => item.chatId))
      await Promise.all([...chats].map(sendInOrder))
    } while (again)
    const due = nextOfEachChat(await store.all()).map((item) => item.nextTryAt)
    if (due.length) parts.wakeIn(Math.max(0, Math.min(...due) - parts.now()))
  }

  /** Looks again before each: while one was on its way, another may have been confirmed, discarded or added. */
  async function sendInOrder(chatId: ChatId) {
    for (;;) {
      const [item] = nextOfEachChat((await store.all()).filter((one) => one.chatId === chatId))
      if (!item || item.nextTryAt > parts.now()) return
      if (!(await attempt(item))) return
    }
  }

  /** Gives false when the items behind it have to wait. */
  async function attempt(item: OutboxItem): Promise<boolean> {
    try {
      const answer = await parts.send(item).catch((error: unknown) => refuse(item, error))
      if (!answer) return true
      await parts.deliver(answer)
      await store.remove(item.clientId)
      return true
    } catch (error) {
      const attempts = item.attempts + 1
      const wait = Math.max(backoff(attempts, parts.random()), 1000 * (reasonOf(error).retryAfter ?? 0))
      await store.update(item.clientId, { attempts, nextTryAt: parts.now() + wait })
      return false
    }
  }

  /** Notes the server's no; what is no refusal is thrown on. */
  async function refuse(item: OutboxItem, error: unknown): Promise<null> {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    await store.update(item.clientId, { attempts: item.attempts + 1, refusal })
    return null
  }

  const kick = (): Promise<void> => {
    again = true
    flushing ??= flush().finally(() => {
      flushing = null
      // Asked for after the last look at the store.
      if (again) return kick()
    })
    return flushing
  }

  return {
    kick,
    async confirm(events) {
      for (const { clientId } of events) if (clientId) await store.remove(clientId)
    },
    async retry(clientId) {
      await store.update(clientId, { nextTryAt: 0, refusal: null })
      await kick()
    },
    discard: (clientId) => store.remove(clientId),
  }
}

/** What leaves first in each chat. Behind a start that was refused all wait: without the chat they would be refused too. */
const nextOfEachChat = (items: readonly OutboxItem[]) =>
  [...Map.groupBy(items.filter(holdsItsPlace), (item) => item.chatId).values()].flatMap(([first]) =>
    first && first.refusal === null ? [first] : [],
  )

const holdsItsPlace = (item: OutboxItem) => item.refusal === null || item.command.operation.startsWith('start')

/**
 * The server's own no, which asking again does not change. Without a session it waits for one; and whoever stands between
 * (a proxy's page, a hotel's log-in) does not speak for the server.
 */
const refusalOf = (error: unknown): Refusal | null =>
  error instanceof ApiError && !error.mayRetry && error.status !== 401 ? error.refusal : null

import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId, GroupId } from '#shared/contract/ids.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import type { Chat, WaitingChat } from '#shared/domain/chat/chat.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'

const internalTypes = new Set<ChatEvent['type']>([
  'request-declined',
  'chat-offered',
  'offer-ended',
  'offers-exhausted',
  'group-changed',
  'closing-note-set',
  'followed-up',
  'mail-refused',
])
const chatId = '00000000-0000-4000-8000-00000000c4a7' as ChatId
const visitor: Actor = { kind: 'visitor', id: 'vera' as ActorId, name: 'Vera' }
const system: Actor = { kind: 'system', id: 'system' as ActorId, name: 'Deskbell' }

/** Somebody to tell stories about. */
const agentNamed = (name: string): Actor & { kind: 'agent' } => ({ kind: 'agent', id: name as ActorId, name })

/** A chat told by its events, one second after the other from 1,000,000 ms on; each in the stream it belongs to. */
export class ChatStory {
  readonly events: StoredEvent[] = []
  #at = 1_000_000

  constructor() {
    const page = { url: 'https://shop.example/', title: 'Shop' }
    this.happens(visitor, { type: 'chat-requested', visitor, page, language: 'en' })
  }

  happens(actor: Actor, event: ChatEvent, later = 1_000): this {
    const stream = internalTypes.has(event.type) ? internalStream(chatId) : chatStream(chatId)
    const seq = this.events.filter((one) => one.stream === stream).length + 1
    this.events.push({ stream, seq, at: this.#at, actor, clientId: null, event })
    this.#at += later
    return this
  }

  visitorSays = (text = 'Hello?') => this.happens(visitor, { type: 'message-sent', text })
  says = (name: string, text = 'Hello!') => this.happens(agentNamed(name), { type: 'message-sent', text })
  offered = (names: string[], until: number | null = null, round = 1) =>
    this.happens(system, {
      type: 'chat-offered',
      agents: names as ActorId[],
      mode: until === null ? 'ring-all' : 'one-by-one',
      until,
      round,
    })
  expired = (name: string, round = 1) =>
    this.happens(system, { type: 'offer-ended', agents: [name as ActorId], reason: 'expired', round })
  declined = (name: string, round = 1) =>
    this.happens(agentNamed(name), { type: 'request-declined', agent: agentNamed(name), round })
  exhausted = (round = 1) => this.happens(system, { type: 'offers-exhausted', round })
  accepted = (name: string) => this.happens(agentNamed(name), { type: 'chat-accepted', agent: agentNamed(name) })
  left = (name: string) => this.happens(agentNamed(name), { type: 'agent-left', agent: agentNamed(name) })
  ended = (name: string) => this.happens(agentNamed(name), { type: 'chat-ended', outcome: 'completed' })
  reopened = (text = 'And one more thing') =>
    this.happens(visitor, { type: 'chat-reopened' }, 0).happens(visitor, { type: 'message-sent', text })
  moved = (name: string, round = 1) =>
    this.happens(agentNamed(name), {
      type: 'group-changed',
      group: { id: 'billing' as GroupId, name: 'Billing' },
      round,
    })
  fallback = () =>
    this.happens(system, { type: 'fallback-announced', reason: 'gave-up', options: ['leave-message', 'callback'] })

  chat(): Chat {
    const ofStream = (stream: string) => this.events.filter((event) => event.stream === stream)
    const chat = foldChat(ofStream(chatStream(chatId)), ofStream(internalStream(chatId)))
    if (!chat) throw new Error('There is no chat.')
    return chat
  }

  waiting(): WaitingChat {
    const chat = this.chat()
    if (chat.phase !== 'waiting') throw new Error(`The chat is ${chat.phase}.`)
    return chat
  }
}

import type { ChatId } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { Client } from './client.ts'
import { type ClientStorage, isFollowed } from './client-storage.ts'
import type { Random } from './random.ts'

/** Something that a person wrote, and where. */
export interface Typed {
  readonly text: string
  readonly chatId: ChatId
  readonly disk: ClientStorage
}

/** People who do what their screen offers them: they see their own client's copy and nothing else. */
export function people(random: Random) {
  const typed: Typed[] = []

  function write(client: Client, chatId: ChatId) {
    const text = `${typed.length + 1}: from ${client.disk.me.name}`
    typed.push({ text, chatId, disk: client.disk })
    client.enqueue(chatId, { operation: 'sendMessage', text })
  }

  function visitorActs(client: Client) {
    const { disk } = client
    const asked = disk.outbox.find(({ command, refusal }) => command.operation === 'startChat' && !refusal)
    const open = asked?.chatId ?? [...disk.chats.values()].find(({ phase }) => phase !== 'ended')?.id
    // Now and then somebody still writes into what has just ended.
    const chatId = open ?? (random.chance(0.2) ? [...disk.chats.keys()].at(-1) : undefined)
    if (chatId) return write(client, chatId)
    const fresh = random.uuid() as ChatId
    client.enqueue(fresh, {
      operation: 'startChat',
      page: { url: 'https://shop.example/', title: 'Shop' },
      language: 'en',
    })
    write(client, fresh)
  }

  function agentActs(client: Client) {
    const { disk } = client
    const chat = random.pick([...disk.chats.values()])
    if (!chat) return
    const mine = isFollowed(disk.me, chat) && (chat.phase === 'active' || chat.visitor.id === disk.me.id)
    if (mine && random.chance(0.06)) return client.enqueue(chat.id, { operation: 'endChat' })
    if (mine || random.chance(0.05)) return write(client, chat.id)
    answerRequest(client, chat)
  }

  function answerRequest(client: Client, chat: Chat) {
    if (chat.phase !== 'waiting') return
    client.enqueue(chat.id, { operation: random.chance(0.75) ? 'acceptChat' : 'declineChat' })
  }

  return {
    typed: typed as readonly Typed[],
    act: (client: Client) => (client.disk.me.kind === 'visitor' ? visitorActs(client) : agentActs(client)),
  }
}

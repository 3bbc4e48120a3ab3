import type { ListedChat } from '#shared/contract/answers.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'

const aPerson = (name: string) => ({ id: `agent-${name}` as ActorId, name })
const minute = 60_000

const active = (visitor: string, i: number, more: Partial<ListedChat>): ListedChat => ({
  chatId: `00000000-0000-4000-8000-90000000000${i}` as ChatId,
  phase: 'active',
  visitor: { id: `visitor-${i}` as ActorId, name: visitor },
  agents: [aPerson('Ben Okoye')],
  outcome: null,
  group: null,
  requestedAt: Date.now() - 10 * minute,
  lastActivityAt: Date.now() - i * minute,
  page: { url: 'https://shop.example/shoes/trail-runner', title: 'Trail Runner 2' },
  acceptedAt: Date.now() - 9 * minute,
  observers: [],
  ...more,
})

/** Chats that colleagues are in, on every server of the gallery. */
export const activeChats: readonly ListedChat[] = [
  active('Maria Santos', 1, {}),
  active('Łukasz Wiśniewski-Brzęczyszczykiewicz', 2, {
    agents: [aPerson('Mia Chen'), aPerson('Tom Hardy')],
    observers: [aPerson('Dana Levi')],
  }),
]

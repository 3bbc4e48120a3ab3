import { typingLifetime } from '#shared/contract/realtime-events.ts'
import type { Receipt, Signal } from '#shared/contract/signals.ts'
import { isReply } from '../boot/conversation.ts'
import type { Visit } from '../boot/visit.ts'

export interface Others {
  /** Name of the agent who is typing. */
  typing(): string | null
  /** How far the others are in the current chat (S10). */
  receipts(): readonly Receipt[]
}

/** What the others in the chat do besides writing, as long as somebody looks. */
export function createOthers({ keep, now, changed, onChange, onSignal }: Visit): Others {
  let typist: string | null = null
  let forget: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const receiptsOf = (id: string) => keep.get<Receipt[]>(`receipts:${id}`) ?? []

  function setTyping(name: string | null) {
    clearTimeout(forget)
    typist = name
    if (name !== null) forget = setTimeout(setTyping, typingLifetime, null)
    changed()
  }

  /** Numbers only rise, whatever order they come in. */
  function store(receipt: Receipt) {
    const all = receiptsOf(receipt.chatId)
    const known = all.find(({ actorId }) => actorId === receipt.actorId)
    const risen = {
      ...receipt,
      delivered: Math.max(receipt.delivered, known?.delivered ?? 0),
      read: Math.max(receipt.read, known?.read ?? 0),
    }
    keep.set(`receipts:${receipt.chatId}`, [...all.filter((other) => other !== known), risen])
  }

  onSignal((it: Signal) => {
    if (it.type === 'receipt' && it.receipt.kind !== 'visitor') store(it.receipt)
    else if (it.type === 'typing' && it.actor.kind !== 'visitor') setTyping(it.typing ? it.actor.name : null)
  })
  onChange(() => {
    const { last: seq, events } = now()
    if (typist && seq !== last && events.slice(-1).some(isReply)) setTyping(null)
    last = seq
  })

  return {
    typing: () => typist,
    receipts() {
      const { id } = now()
      return id ? receiptsOf(id) : []
    },
  }
}

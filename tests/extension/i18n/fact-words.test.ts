import { expect, test } from 'vitest'
import type { Actor } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'
import type { ActorId, ChatId } from '#shared/contract/ids.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { erasedEvent } from '#shared/domain/chat/erase.ts'
import { factWords } from '../../../extension/i18n/fact-words.ts'

const me: Actor = { kind: 'agent', id: 'ana' as ActorId, name: 'Ana' }
const maria: Actor = { kind: 'visitor', id: 'maria' as ActorId, name: 'Maria' }
const stream = chatStream(crypto.randomUUID() as ChatId)
const stored = (event: ChatEvent): StoredEvent => ({ stream, seq: 1, at: 1, actor: maria, clientId: null, event })

test.each<[ChatEvent, string]>([
  [{ type: 'visitor-erased' }, 'The visitor had their data deleted. That they were here, and when, is kept.'],
  [
    { type: 'callback-requested', callback: { phone: '+4930', note: '', preferredTimes: '' } },
    'The visitor asked to be called at (deleted)',
  ],
  [
    { type: 'message-left', email: 'maria@example.com', text: 'Hi' },
    'The visitor left a message, to be answered at (deleted): (deleted)',
  ],
])('W31: what is erased is told as erased: %j', (event, words) => {
  expect(factWords(erasedEvent(stored(event)), me)).toBe(words)
})

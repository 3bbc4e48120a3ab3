import type { Chat } from '#shared/domain/chat/chat.ts'
import { texts } from './texts.ts'
import { visitorName } from './visitor-name.ts'

/** Who wants the agent: a visitor who waits, or a colleague who asks (A14). */
export const requestWords = ({ visitor, to }: Pick<Chat, 'visitor' | 'to'>): string =>
  (to ? texts.team.asksYou : texts.requests.incoming)(visitorName(visitor))

import type { Chat } from '#shared/domain/chat/chat.ts'
import { texts } from '../../i18n/texts.ts'
import { timeOfDay } from '../../i18n/times.ts'
import { Banner } from '../../ui/Banner.tsx'

/** Warns that a chat ends by itself, until somebody writes (L1). */
export const EndsSoon = ({ chat }: { readonly chat: Chat }) =>
  chat.phase !== 'ended' && chat.endsAt !== null ? (
    <Banner tone="warn" icon="hourglass">
      {texts.conversation.endsSoon(timeOfDay(chat.endsAt))}
    </Banner>
  ) : null

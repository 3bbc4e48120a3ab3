import type { Chat } from '#shared/domain/chat/chat.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Dot } from '../../ui/Dot.tsx'
import './Invited.css'

/** Says that the visitor is asked into the chat and is not in it yet (W14, P1). */
export const Invited = ({ chat }: { readonly chat: Chat }) =>
  chat.phase !== 'ended' && chat.invitation === 'asked' ? (
    <Banner>
      <span class="invited">
        <Dot tone="pink" /> {texts.visitors.asks(visitorName(chat.visitor))}
      </span>
    </Banner>
  ) : null

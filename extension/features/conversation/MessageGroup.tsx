import type { Actor } from '#shared/contract/actors.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { classNames } from '../../ui/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { isMe, type LogMessage } from './log-entries.ts'
import { Message } from './Message.tsx'
import './MessageGroup.css'

interface Props {
  readonly author: Actor
  readonly messages: readonly LogMessage[]
  readonly me: Actor
  /** Between colleagues only one's own stand on one's own side. */
  readonly betweenColleagues: boolean
}

/** What one person wrote in a row: the name once, the time and state where they change. Own messages are known by their side; the ear is told. */
export const MessageGroup = ({ author, messages, me, betweenColleagues }: Props) => (
  <div class={classNames('message-group', (betweenColleagues ? isMe(author, me) : author.kind === 'agent') && 'ours')}>
    <h4 class="author">
      {isMe(author, me) ? <VisuallyHidden>{texts.chats.you}</VisuallyHidden> : <bdi>{visitorName(author)}</bdi>}
    </h4>
    {messages.map((message, index) => (
      <Message key={message.key} message={message} next={messages[index + 1]} />
    ))}
  </div>
)

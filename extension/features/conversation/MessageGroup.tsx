import type { Actor } from '#shared/contract/actors.ts'
import { texts } from '../../i18n/texts.ts'
import { classNames } from '../../ui/class-names.ts'
import { isMe, type LogMessage } from './log-entries.ts'
import { Message } from './Message.tsx'
import './MessageGroup.css'

interface Props {
  readonly author: Actor
  readonly messages: readonly LogMessage[]
  readonly me: Actor
}

/** What one person wrote in a row: the name once, the time and state where they change. */
export const MessageGroup = ({ author, messages, me }: Props) => (
  <div class={classNames('message-group', author.kind === 'agent' && 'ours')}>
    <h4 class="author">
      <bdi>{isMe(author, me) ? texts.chats.you : author.name}</bdi>
    </h4>
    {messages.map((message, index) => (
      <Message key={message.key} message={message} next={messages[index + 1]} />
    ))}
  </div>
)

import { useEffect, useRef } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { writeMessage } from '../../core/write-message.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { IconButton } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { useSetting } from '../settings/use-setting.ts'
import { doesSend } from './does-send.ts'
import { useDraft } from './use-draft.ts'
import { useTypingSignal } from './use-typing-signal.ts'
import './Composer.css'

interface Props {
  readonly chat: ChatKey
  readonly visitor: string
  /** On its way to be ended: nothing more can be written. */
  readonly disabled: boolean
}

const t = texts.conversation

/** Where the agent writes (A18, A34). Give it a `key` per chat. */
export function Composer({ chat, visitor, disabled }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(chat, () => document.hasFocus() && document.activeElement === area.current)
  const signalTyping = useTypingSignal(chat)
  const enterSends = useSetting('enterSends')
  const over = text.length - limits.message
  const canSend = text.trim() !== '' && over <= 0 && !disabled

  useEffect(() => area.current?.focus(), [])

  const change = (next: string) => {
    setText(next)
    signalTyping(next)
  }
  const send = () => {
    if (!canSend) return
    void attempt(writeMessage(chat.accountId, chat.chatId, text))
    change('')
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!doesSend(event, enterSends)) return
    event.preventDefault()
    send()
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={t.message}
        placeholder={t.placeholder(visitor)}
        value={text}
        onValue={change}
        areaRef={area}
        disabled={disabled}
        aria-invalid={over > 0}
        onKeyDown={onKeyDown}
      />
      <IconButton type="submit" look="primary" icon="send" label={t.send} disabled={!canSend} />
      {over > 0 && (
        <p class="error" role="alert">
          {t.tooLong(over)}
        </p>
      )}
    </form>
  )
}

import { useEffect, useRef } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { VisitorRow } from '../../core/db.ts'
import { visitorDraft } from '../../core/drafts.ts'
import { startVisitorChat } from '../../core/start-visitor-chat.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { doesSend } from '../conversation/does-send.ts'
import { useDraft } from '../conversation/use-draft.ts'
import { useSetting } from '../settings/use-setting.ts'
import './StartChat.css'

interface Props {
  readonly row: VisitorRow
  readonly onStarted: (chat: ChatKey) => void
  readonly onClose: () => void
}

const t = texts.visitors

/** The first message to a visitor (A4): the chat begins with it. What is typed stays until it is sent. */
export function StartChat({ row, onStarted, onClose }: Props) {
  const { accountId, visitorId, seen } = row
  const area = useRef<HTMLTextAreaElement>(null)
  const draft = { accountId, chatId: visitorDraft(visitorId) }
  const [text, setText] = useDraft(draft, () => document.activeElement === area.current)
  const enterSends = useSetting('enterSends')
  const label = t.firstMessage(visitorName(seen.visitor))
  const over = text.length - limits.message
  const canSend = text.trim() !== '' && over <= 0

  useEffect(() => area.current?.focus(), [])

  const send = () => {
    if (!canSend) return
    void attempt(startVisitorChat(accountId, seen, text).then((chatId) => onStarted({ accountId, chatId })))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation()
      onClose()
    }
    if (!doesSend(event, enterSends)) return
    event.preventDefault()
    send()
  }
  return (
    <form
      class="start-chat"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={label}
        placeholder={label}
        value={text}
        onValue={setText}
        areaRef={area}
        aria-invalid={over > 0}
        onKeyDown={onKeyDown}
      />
      {seen.dot === 'yellow' && <p class="status">{t.away}</p>}
      {over > 0 && (
        <p class="error" role="alert">
          {texts.conversation.tooLong(over)}
        </p>
      )}
      <div class="actions">
        <Button look="primary" type="submit" disabled={!canSend}>
          {t.start}
        </Button>
        <Button onClick={onClose}>{texts.accounts.cancel}</Button>
      </div>
    </form>
  )
}

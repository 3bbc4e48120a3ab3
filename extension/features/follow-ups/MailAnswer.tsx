import { useRef, useState } from 'preact/hooks'
import type { ClientId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { useDraft } from '../conversation/use-draft.ts'
import './MailAnswer.css'

interface Props {
  readonly chat: ChatKey
  readonly email: string
  readonly onSent: () => void
  readonly onClose: () => void
}

const t = texts.followUps

/** The answer to a message that was left, by e-mail. What is typed stays until it is sent, also when that fails. */
export function MailAnswer({ chat, email, onSent, onClose }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  // One answer, however often it is tried; other words are another.
  const clientId = useRef(newId())
  const [text, setText] = useDraft(chat, () => document.activeElement === area.current)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const over = text.length - limits.message
  const wrong = over > 0 ? texts.conversation.tooLong(over) : problem

  const change = (next: string) => {
    clientId.current = newId()
    setText(next)
  }
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    const { accountId, chatId } = chat
    const payload = { accountId, chatId, clientId: clientId.current, text }
    const answer = await command('answer-by-mail', payload).catch(() => null)
    setBusy(false)
    if (!answer?.ok) return setProblem(answer?.refusal.message ?? texts.surfaces.failed)
    change('')
    onSent()
  }
  return (
    <form
      class="mail-answer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        label={t.answerTo(email)}
        placeholder={t.answerTo(email)}
        value={text}
        onValue={change}
        areaRef={area}
        disabled={isBusy}
        aria-invalid={wrong !== undefined}
      />
      {wrong && (
        <p class="error" role="alert">
          {wrong}
        </p>
      )}
      <div class="actions">
        <Button look="primary" type="submit" disabled={isBusy || !text.trim() || over > 0}>
          {isBusy ? t.sending : t.send}
        </Button>
        <Button onClick={onClose}>{texts.accounts.cancel}</Button>
      </div>
    </form>
  )
}

const newId = () => crypto.randomUUID() as string as ClientId

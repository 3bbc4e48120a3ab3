import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { doesSend } from '../conversation/does-send.ts'
import { useDraft } from '../conversation/use-draft.ts'
import { useSetting } from '../settings/use-setting.ts'
import type { ChatKey } from './chat-key.ts'
import './FirstMessage.css'

interface Props {
  readonly label: string
  /** Where it is kept while it is written: there is no chat yet. */
  readonly draft: ChatKey
  readonly action: string
  readonly onSend: (text: string) => void
  readonly onClose: () => void
  /** What to know before it is sent. */
  readonly children?: ComponentChildren
}

/** The message that a chat begins with. What is typed stays until it is sent. */
export function FirstMessage({ label, draft, action, onSend, onClose, children }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(draft, () => document.activeElement === area.current)
  const enterSends = useSetting('enterSends')
  const over = text.length - limits.message
  const canSend = text.trim() !== '' && over <= 0

  useEffect(() => area.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    // Arrows are for the text here, not for the list around it.
    event.stopPropagation()
    if (event.key === 'Escape' && !event.isComposing) onClose()
    if (!doesSend(event, enterSends)) return
    event.preventDefault()
    if (canSend) onSend(text)
  }
  return (
    <form
      class="first-message"
      onSubmit={(event) => {
        event.preventDefault()
        if (canSend) onSend(text)
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
      {children}
      {over > 0 && (
        <p class="error" role="alert">
          {texts.conversation.tooLong(over)}
        </p>
      )}
      <div class="actions">
        <Button look="primary" type="submit" disabled={!canSend}>
          {action}
        </Button>
        <Button onClick={onClose}>{texts.accounts.cancel}</Button>
      </div>
    </form>
  )
}

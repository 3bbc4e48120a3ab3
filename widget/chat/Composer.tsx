import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { EmojiPicker } from './EmojiPicker.tsx'
import { Icon } from './Icon.tsx'
import { MessageField } from './MessageField.tsx'
import type { View } from './view.ts'

export function Composer({ view }: { view: View }) {
  const { visit, sender, t } = view
  const [text, setText] = useState(visit.keep.get<string>('draft') ?? '')
  const [picker, setPicker] = useState<{ Picker: typeof EmojiPicker } | null>(null)
  const field = () => document.getElementById('message') as HTMLTextAreaElement | null

  function write(next: string) {
    setText(next)
    visit.keep.set('draft', next)
    sender.typing(next !== '')
  }
  function send() {
    if (!text.trim() || text.length > limits.message) return
    sender.send(text)
    setText('')
    field()?.focus()
  }
  function insert(emoji: string) {
    const at = field()
    write(text.slice(0, at?.selectionStart) + emoji + text.slice(at?.selectionEnd ?? text.length))
    close()
  }
  /** It comes when it is wanted first; without a connection it stays shut. */
  function toggle() {
    if (picker) setPicker(null)
    else
      import('./EmojiPicker.tsx').then(
        ({ EmojiPicker }) => setPicker({ Picker: EmojiPicker }),
        () => {},
      )
  }
  function close() {
    setPicker(null)
    field()?.focus()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {picker && <picker.Picker label={t('emoji')} onChoose={insert} onClose={close} />}
      <MessageField view={view} value={text} onInput={write} onEnter={send} />
      <button type="button" class="quiet" aria-label={t('emoji')} aria-expanded={picker !== null} onClick={toggle}>
        <Icon of="emoji" />
      </button>
      <button type="submit" class="send" aria-label={t('send')} aria-disabled={!text.trim()}>
        <Icon of="send" />
      </button>
    </form>
  )
}

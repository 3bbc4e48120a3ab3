import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { copyText } from './copy-text.ts'

/**
 * A button that copies and says so. Where the browser refuses, `shown` (the element that shows the same text) is selected,
 * so that one key press copies it.
 */
export function Copy(parts: {
  name: string
  text: () => string
  done: string
  primary?: boolean
  shown?: RefObject<HTMLElement | null>
}) {
  const said = useSignal('')
  const copy = async () => {
    const outcome = await copyText(parts.text(), parts.shown?.current ?? null)
    said.value = { copied: parts.done, selected: SELECTED, refused: REFUSED }[outcome]
  }
  return (
    <div class="copy">
      <button type="button" class={parts.primary ? 'button primary' : 'button'} onClick={copy}>
        {parts.name}
      </button>
      <output>{said.value}</output>
    </div>
  )
}

const SELECTED = 'Your browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.'
const REFUSED = 'Your browser does not let this page copy. Copy it from the address bar.'

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { inkOn } from '../contrast.ts'
import { contrastInWords } from './contrast-in-words.ts'
import { readColor } from './read-color.ts'

/** The accent, written or picked, with what it does to those who read. A text that is no colour changes nothing. */
export function Color(parts: { value: string; onChange: (color: string) => void }) {
  const id = useId()
  /** What is being written, while it is no colour yet. */
  const draft = useSignal<string | null>(null)

  const write = (text: string) => {
    const color = readColor(text)
    draft.value = color === parts.value && text === color ? null : text
    if (color) parts.onChange(color)
  }
  const refused = draft.value !== null && readColor(draft.value) === undefined

  return (
    <div class="field">
      <label for={id}>Colour</label>
      <div class="color">
        <input
          type="color"
          aria-label="Pick a colour"
          value={parts.value}
          onInput={(event) => {
            draft.value = null
            parts.onChange(event.currentTarget.value)
          }}
        />
        <input
          id={id}
          type="text"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          value={draft.value ?? parts.value}
          aria-invalid={refused}
          aria-describedby={`${id}-words`}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => {
            if (!refused) draft.value = null
          }}
        />
        <svg
          class="sample"
          viewBox="0 0 56 56"
          aria-hidden="true"
          style={{ fill: parts.value, stroke: inkOn(parts.value) }}
        >
          <circle cx="28" cy="28" r="28" stroke="none" />
          <path
            d="M37 27.5a8.5 8.5 0 0 1-12.2 7.5L19 37l2-5.800A8.5 8.5 0 1 1 37 27.5M24.5 28h.01M28.5 28h.01M32.5 28h.01"
            fill="none"
          />
        </svg>
      </div>
      <p class={refused ? 'problem' : 'hint'} id={`${id}-words`} aria-live="polite">
        {refused
          ? `That is no colour, so it stays ${parts.value}. Write six digits such as #1f5eff.`
          : contrastInWords(parts.value)}
      </p>
    </div>
  )
}

import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'

/** In px. */
const FURTHEST = 400

/** What is no such number changes nothing and is said. */
export function Distance(parts: { label: string; value: number; onChange: (px: number) => void }) {
  const id = useId()
  const draft = useSignal<string | null>(null)
  const refused = draft.value !== null && readDistance(draft.value) === undefined
  return (
    <div class="field">
      <label for={id}>{parts.label}</label>
      <input
        id={id}
        type="number"
        dir="ltr"
        min={0}
        max={FURTHEST}
        value={draft.value ?? parts.value}
        aria-invalid={refused}
        aria-describedby={`${id}-words`}
        onInput={(event) => {
          const px = readDistance(event.currentTarget.value)
          draft.value = event.currentTarget.value
          if (px !== undefined) parts.onChange(px)
        }}
        onBlur={() => {
          if (!refused) draft.value = null
        }}
      />
      <p class="problem" id={`${id}-words`} aria-live="polite">
        {refused && `Write a whole number from 0 to ${FURTHEST}. It stays ${parts.value}.`}
      </p>
    </div>
  )
}

function readDistance(text: string): number | undefined {
  const px = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && px <= FURTHEST ? px : undefined
}

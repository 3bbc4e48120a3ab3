import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'

interface OptionsProps {
  readonly options: readonly string[]
  readonly problem: string | undefined
  readonly onChange: (options: readonly string[]) => void
}

/** What a list offers, one in each line; empty lines are none. */
export function Options({ options, problem, onChange }: OptionsProps) {
  const id = useId()
  /** As it is being written, with the lines that are empty still. */
  const draft = useSignal<string | null>(null)
  const shown = draft.value !== null && same(linesOf(draft.value), options) ? draft.value : options.join('\n')
  return (
    <div class="field">
      <label for={id}>Options</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={shown}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-words`}
        onInput={(event) => {
          draft.value = event.currentTarget.value
          onChange(linesOf(event.currentTarget.value))
        }}
        onBlur={() => {
          draft.value = null
        }}
      />
      <p id={`${id}-words`} class={problem ? 'problem' : 'hint'} aria-live="polite">
        {problem ?? 'One in each line, in the order in which they are offered.'}
      </p>
    </div>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const same = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n')

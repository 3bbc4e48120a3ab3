import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { LONGEST_IMPORT, readImport, TOO_LONG } from './read-import.ts'
import './Transfer.css'

/** G2: settings from a file or pasted. What cannot be used is said; until somebody decides, everything stays as it is. */
export function Import({ onImport }: { onImport: (config: FrameConfig, words: string) => void }) {
  const id = useId()
  const text = useSignal('')
  const problems = useSignal<readonly string[]>([])
  const rest = useSignal<FrameConfig | null>(null)

  const use = (config: FrameConfig, words: string) => {
    onImport(config, words)
    text.value = ''
    problems.value = []
    rest.value = null
  }
  const read = (given: string) => {
    const { config, problems: found } = readImport(given)
    if (config && found.length === 0)
      return use(config, 'The settings are imported. Undo brings the earlier ones back.')
    problems.value = found
    rest.value = config
  }
  const readFile = async (file: File | undefined) => {
    if (!file) return
    if (file.size > LONGEST_IMPORT * 4) {
      problems.value = [TOO_LONG]
      return
    }
    text.value = await file.text()
    read(text.value)
  }

  return (
    <fieldset class="choice transfer">
      <legend>Import</legend>
      <label for={id}>An export, a snippet, or an address of this page</label>
      <textarea
        id={id}
        rows={3}
        dir="ltr"
        spellcheck={false}
        value={text.value}
        aria-invalid={problems.value.length > 0}
        aria-describedby={`${id}-problems`}
        onInput={(event) => {
          text.value = event.currentTarget.value
          problems.value = []
          rest.value = null
        }}
      />
      <div id={`${id}-problems`} aria-live="polite">
        {problems.value.length > 0 && (
          <div class="refusal">
            <p>
              <strong>Not imported; your settings are as they were.</strong>
            </p>
            <ul>
              {problems.value.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={() => read(text.value)}>
          Import
        </button>
        <label class="button file">
          From a file…
          <input
            type="file"
            accept="application/json,.json,.txt,.html"
            onChange={(event) => {
              readFile(event.currentTarget.files?.[0])
              // So that the same file can be chosen again.
              event.currentTarget.value = ''
            }}
          />
        </label>
        {rest.value && (
          <button
            type="button"
            class="button"
            onClick={() =>
              rest.value && use(rest.value, 'The rest is imported; what could not be used is at its default.')
            }
          >
            Import the rest
          </button>
        )}
      </div>
    </fieldset>
  )
}

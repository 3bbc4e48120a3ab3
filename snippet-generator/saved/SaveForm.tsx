import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { NameInput } from './NameInput.tsx'
import type { SavedWidgets } from './saved-widgets.ts'

/** Saves the settings as they are now. */
export function SaveForm({ saved }: { saved: SavedWidgets }) {
  const name = useSignal(saved.open.value?.name ?? '')
  const id = useId()
  const theirs = saved.conflict.value
  return (
    <>
      <form
        class="line"
        aria-label="Save"
        onSubmit={(event) => {
          event.preventDefault()
          void saved.save(name.value)
        }}
      >
        <div class="field">
          <label for={id}>Name</label>
          <NameInput id={id} name={name} describedBy={`${id}-hint`} />
          <span class="hint" id={`${id}-hint`}>
            a–z, 0–9 and -, such as shop or help-pages
          </span>
        </div>
        <button type="submit" class="button primary" disabled={saved.busy.value}>
          Save
        </button>
      </form>
      {theirs && (
        <div class="choices">
          <button type="button" class="button" onClick={() => saved.load(theirs)}>
            Load what {theirs.changedBy} saved
          </button>
          <button type="button" class="button" onClick={() => void saved.save(theirs.name, theirs.version)}>
            Save mine over it
          </button>
        </div>
      )}
    </>
  )
}

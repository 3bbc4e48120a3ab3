import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { SavedWidget } from '#shared/contract/widgets-api.ts'
import { NameInput } from './NameInput.tsx'
import type { SavedWidgets } from './saved-widgets.ts'

/** One saved widget, and what can be done with it. */
export function WidgetRow({ saved, widget }: { saved: SavedWidgets; widget: SavedWidget }) {
  const asks = useSignal<'rename' | 'remove' | null>(null)
  const { name } = widget
  const close = () => {
    asks.value = null
  }
  return (
    <li class="widget">
      <div class="about">
        <strong>{name}</strong>
        <span class="muted">
          {changed.format(widget.changedAt)}, {widget.changedBy}
        </span>
      </div>
      <div class="choices">
        <button type="button" class="button" aria-label={`Load ${name}`} onClick={() => saved.load(widget)}>
          Load
        </button>
        <button
          type="button"
          class="button"
          aria-label={`Rename ${name}`}
          aria-expanded={asks.value === 'rename'}
          onClick={() => {
            asks.value = asks.value === 'rename' ? null : 'rename'
          }}
        >
          Rename
        </button>
        <button
          type="button"
          class="button"
          aria-label={`Delete ${name}`}
          aria-expanded={asks.value === 'remove'}
          onClick={() => {
            asks.value = asks.value === 'remove' ? null : 'remove'
          }}
        >
          Delete
        </button>
      </div>
      {asks.value === 'rename' && <Rename saved={saved} name={name} onDone={close} />}
      {asks.value === 'remove' && (
        <div class="asks">
          <p>Pages that name {name} will have the default settings, until their code names another widget.</p>
          <button type="button" class="button" onClick={() => void saved.remove(name).then(close)}>
            Delete {name} for good
          </button>
        </div>
      )}
    </li>
  )
}

const changed = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

function Rename({ saved, name, onDone }: { saved: SavedWidgets; name: string; onDone: () => void }) {
  const to = useSignal(name)
  const id = useId()
  const submit = async (event: Event) => {
    event.preventDefault()
    await saved.rename(name, to.value)
    if (!saved.problem.value) onDone()
  }
  return (
    <form class="asks" onSubmit={submit}>
      <p>Pages that name {name} will have the default settings, until their code names the new one.</p>
      <div class="line">
        <div class="field">
          <label for={id}>New name of {name}</label>
          <NameInput id={id} name={to} />
        </div>
        <button type="submit" class="button" disabled={saved.busy.value}>
          Rename it
        </button>
      </div>
    </form>
  )
}

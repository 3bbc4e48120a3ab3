import type { Signal } from '@preact/signals'

interface NameInputProps {
  readonly id: string
  readonly name: Signal<string>
  readonly describedBy?: string
}

/** Takes the name of a saved widget, and nothing that the server would refuse as one. */
export const NameInput = ({ id, name, describedBy }: NameInputProps) => (
  <input
    id={id}
    type="text"
    autocomplete="off"
    autocapitalize="none"
    spellcheck={false}
    required
    maxLength={40}
    pattern="(?!default$)[a-z0-9\-]+"
    title="a to z, 0 to 9 and -, and not default"
    aria-describedby={describedBy}
    value={name.value}
    onInput={({ currentTarget }) => {
      name.value = currentTarget.value
    }}
  />
)

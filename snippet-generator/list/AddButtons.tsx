interface AddButtonsProps<Kind extends string> {
  readonly label: string
  readonly kinds: readonly { readonly kind: Kind; readonly name: string }[]
  readonly onAdd: (kind: Kind) => void
}

/** One press for each kind of thing that can be added. */
export function AddButtons<Kind extends string>({ label, kinds, onAdd }: AddButtonsProps<Kind>) {
  return (
    <fieldset class="choice adds" data-adds>
      <legend>{label}</legend>
      {kinds.map(({ kind, name }) => (
        <button key={kind} type="button" class="button add" onClick={() => onAdd(kind)}>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 6v12M6 12h12" />
          </svg>
          {name}
        </button>
      ))}
    </fieldset>
  )
}

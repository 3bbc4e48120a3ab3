interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly maxLength: number
  readonly wrong?: string | false | null | undefined
  readonly required?: boolean
  /** What a field of one line takes. Numbers and addresses run from left to right in every language. */
  readonly of?: 'tel' | 'email' | 'name'
  readonly lines?: number
}

/** One field with its name above it, and below it what is wrong with it. */
export function Field({ label, onInput, wrong, of, lines, ...rest }: FieldProps) {
  const about = `${rest.id}-wrong`
  const shared = {
    ...rest,
    'aria-invalid': Boolean(wrong),
    'aria-describedby': about,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onInput(currentTarget.value),
  }
  return (
    <div class="field">
      <label for={rest.id}>{label}</label>
      {of === 'tel' && <input type="tel" autocomplete="tel" dir="ltr" {...shared} />}
      {of === 'email' && <input type="email" autocomplete="email" dir="ltr" {...shared} />}
      {of === 'name' && <input autocomplete="name" dir="auto" {...shared} />}
      {!of && (lines ? <textarea rows={lines} dir="auto" {...shared} /> : <input dir="auto" {...shared} />)}
      <span id={about} class="wrong" role="alert">
        {wrong}
      </span>
    </div>
  )
}

import { useId } from 'preact/hooks'

export type Option<Value extends string> = { readonly value: Value; readonly name: string; readonly hint?: string }

/** One of a few. */
export function Choice<Value extends string>(parts: {
  label: string
  inRow?: boolean
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  const group = useId()
  return (
    <fieldset class={parts.inRow ? 'choice row' : 'choice'}>
      <legend>{parts.label}</legend>
      {parts.options.map(({ value, name, hint }) => (
        <div key={value}>
          <label>
            <input
              type="radio"
              name={group}
              checked={value === parts.value}
              onChange={() => parts.onChange(value)}
              {...(hint && { 'aria-describedby': `${group}-${value}` })}
            />
            {name}
          </label>
          {hint && (
            <p class="hint" id={`${group}-${value}`}>
              {hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  )
}

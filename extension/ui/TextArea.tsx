import type { ComponentProps, Ref } from 'preact'
import './TextArea.css'

interface Props extends Omit<ComponentProps<'textarea'>, 'onInput' | 'ref' | 'label'> {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly areaRef?: Ref<HTMLTextAreaElement>
}

/** Several lines of text that grow with what is written. `label` is its accessible name. */
export function TextArea({ label, value, onValue, areaRef, ...rest }: Props) {
  return (
    <div class="text-area" data-text={value}>
      <textarea
        rows={1}
        dir="auto"
        {...rest}
        {...(areaRef && { ref: areaRef })}
        aria-label={label}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  )
}

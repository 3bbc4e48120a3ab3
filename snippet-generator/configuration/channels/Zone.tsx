import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { TextLine } from '../TextLine.tsx'
import { isZone } from './hours-text.ts'

/** The clock by which hours count: a name such as Europe/Berlin, which knows of summer time. */
export function Zone({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const id = useId()
  const draft = useSignal<string | null>(null)
  const shown = draft.value ?? value
  return (
    <>
      <TextLine
        label="Time zone"
        isCode
        list={id}
        value={shown}
        maxLength={64}
        hint="By whose clock the hours count, summer time included."
        problem={
          isZone(shown) ? undefined : `There is no such time zone; write one such as Europe/Berlin. It stays ${value}.`
        }
        onChange={(zone) => {
          draft.value = isZone(zone) ? null : zone
          if (isZone(zone)) onChange(zone)
        }}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}

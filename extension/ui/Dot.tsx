import './Dot.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type DotTone = 'good' | 'warn' | 'bad' | 'none'

interface Props {
  readonly tone: DotTone
  /** What the colour says. Left out only where the same words stand right beside it. */
  readonly label?: string
}

/** A state at a glance: colour and shape, and always words too (A17). */
export function Dot({ tone, label }: Props) {
  return (
    <>
      <span class={`dot ${tone}`} aria-hidden="true" title={label} />
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  readonly heading: string
  readonly intro?: string
  readonly children: ComponentChildren
}

/** A part of a long form, under a heading of its own. */
export function FormPart({ heading, intro, children }: Props) {
  const id = useId()
  return (
    <section class="form-part" aria-labelledby={id}>
      <h4 id={id}>{heading}</h4>
      {intro && <p class="intro">{intro}</p>}
      {children}
    </section>
  )
}

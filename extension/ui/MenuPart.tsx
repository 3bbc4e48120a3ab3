import type { ComponentChildren } from 'preact'
import './MenuPart.css'

interface Props {
  readonly label: string
  readonly explained?: string | undefined
  readonly children: ComponentChildren
}

/** Choices of one kind, under their heading, in a menu with others. */
export const MenuPart = ({ label, explained, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
  <div role="group" class="menu-part" aria-label={label}>
    <p class="heading" aria-hidden="true">
      {label}
    </p>
    {explained && <p class="explained">{explained}</p>}
    {children}
  </div>
)

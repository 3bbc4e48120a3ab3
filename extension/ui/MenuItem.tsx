import type { ComponentChildren } from 'preact'

interface Props {
  readonly onPick: () => void
  readonly children: ComponentChildren
}

/** Something to do, in a menu. */
export const MenuItem = ({ onPick, children }: Props) => (
  <button type="button" role="menuitem" tabIndex={-1} onClick={onPick}>
    {children}
  </button>
)

/** One of several, in a menu. */
export const MenuChoice = ({ chosen, onPick, children }: Props & { readonly chosen: boolean }) => (
  <button type="button" role="menuitemradio" aria-checked={chosen} tabIndex={-1} onClick={onPick}>
    {children}
  </button>
)

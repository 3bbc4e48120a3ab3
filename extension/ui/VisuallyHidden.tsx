import type { ComponentChildren } from 'preact'

/** Words for those who listen instead of look. */
export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
)

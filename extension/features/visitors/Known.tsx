import type { ComponentChildren } from 'preact'

/** One line of what is known: what it is called, and what it is. */
export const Known = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <>
    <dt dir="auto">{term}</dt>
    <dd dir="auto">{children}</dd>
  </>
)

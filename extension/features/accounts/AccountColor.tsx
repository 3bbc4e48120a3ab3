import './AccountColor.css'

/** An account's colour as a stripe (A5). Decoration: its host stands beside it, or in the row's words. */
export const AccountColor = ({ color }: { readonly color: number }) => (
  <span class="account-color" data-color={color} aria-hidden="true" />
)

import './Loading.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** The shape of rows to come. `label` is what it says to those who listen. */
export const Loading = ({ label }: { readonly label: string }) => (
  <div class="loading" aria-busy="true">
    <VisuallyHidden>{label}</VisuallyHidden>
    <span />
    <span />
    <span />
  </div>
)

import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import { Distance } from './Distance.tsx'

type OffsetOf = ButtonConfig['offset']

/** How far the button stands from the edges, in px. */
export function Offset({ value: [x, y], onChange }: { value: OffsetOf; onChange: (offset: OffsetOf) => void }) {
  return (
    <fieldset class="choice">
      <legend>Distance</legend>
      <p class="hint">In pixels: further away where your page has something else in that corner.</p>
      <div class="pair">
        <Distance label="From the side" value={x} onChange={(next) => onChange([next, y])} />
        <Distance label="From the bottom" value={y} onChange={(next) => onChange([x, next])} />
      </div>
    </fieldset>
  )
}
